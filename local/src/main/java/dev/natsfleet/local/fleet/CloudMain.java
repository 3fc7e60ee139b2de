package dev.natsfleet.local.fleet;

import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.imds.MetadataServers;
import dev.natsfleet.local.jvm.AotCache;
import dev.natsfleet.local.machine.ProcessMachineHost;
import dev.natsfleet.local.proc.ProcessTag;
import dev.natsfleet.local.proc.Reaper;
import dev.natsfleet.local.wire.CloudServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Main class of the emulated cloud, whose instances are processes. It runs until it is ended. */
public final class CloudMain {

  private static final Logger LOG = LoggerFactory.getLogger(CloudMain.class);

  private CloudMain() {}

  /** Reads {@link CloudSettings} from the environment and serves. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    CloudSettings settings = CloudSettings.from(System.getenv());
    ProcessTag fleet = AgentImage.fleetTag(settings.directory());
    Reaper.start(fleet);
    ProcessMachineHost machines =
        new ProcessMachineHost(image(settings, fleet), settings.instances());
    CloudDriver driver =
        new CloudDriver(
            catalogue(settings.range()),
            CloudDelays.QUICK.with(settings.realism()),
            ThreadLocalRandom.current().nextLong(),
            machines,
            new MetadataServers(0));
    driver.start();
    InetSocketAddress address =
        new InetSocketAddress(settings.endpoint().getHost(), settings.endpoint().getPort());
    try (CloudServer server = new CloudServer(address, driver)) {
      LOG.atInfo().addKeyValue("endpoint", server.endpoint()).log("cloud is listening");
      Thread.currentThread().join();
    }
  }

  private static AgentImage image(CloudSettings settings, ProcessTag fleet) {
    AotCache agent =
        AotCache.of(ProjectPrograms.agent(), ProjectPrograms.root().resolve("local/target/aot"));
    return new AgentImage(
        agent::program, settings.natsServer(), settings.endpoint(), settings.dynamo(), fleet);
  }

  /** The standard catalogue with its subnets moved into this range. */
  private static Catalogue catalogue(String range) {
    Catalogue standard = Catalogue.STANDARD;
    return new Catalogue(
        standard.region(),
        standard.account(),
        standard.vpc(),
        standard.subnets().stream().map(subnet -> moved(subnet, range)).toList(),
        standard.images(),
        standard.securityGroups(),
        standard.instanceProfiles());
  }

  private static Subnet moved(Subnet subnet, String range) {
    return new Subnet(
        subnet.id(), subnet.zone(), subnet.zoneId(), subnet.cidr().replaceFirst("^127\\.0", range));
  }
}
