package dev.natsfleet.local.fleet;

import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.Timing;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.imds.MetadataServers;
import dev.natsfleet.local.java.AotCache;
import dev.natsfleet.local.machine.ProcessInstances;
import dev.natsfleet.local.proc.Mark;
import dev.natsfleet.local.proc.Reaper;
import dev.natsfleet.local.wire.CloudServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The emulated cloud as a program, with processes for instances. It runs until it is ended. */
public final class CloudMain {

  private static final Logger LOG = LoggerFactory.getLogger(CloudMain.class);

  private CloudMain() {}

  /** Told by its environment: {@link CloudSettings}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    CloudSettings settings = CloudSettings.from(System.getenv());
    Mark fleet = AgentImage.fleetMark(settings.directory());
    Reaper.watch(fleet);
    ProcessInstances machines = new ProcessInstances(image(settings, fleet), settings.instances());
    CloudDriver driver =
        new CloudDriver(
            catalogue(settings.range()),
            Timing.QUICK,
            ThreadLocalRandom.current().nextLong(),
            machines,
            new MetadataServers(0));
    driver.start();
    InetSocketAddress address =
        new InetSocketAddress(settings.endpoint().getHost(), settings.endpoint().getPort());
    try (CloudServer server = new CloudServer(address, driver)) {
      LOG.atInfo().addKeyValue("endpoint", server.endpoint()).log("cloud listens");
      Thread.currentThread().join();
    }
  }

  private static AgentImage image(CloudSettings settings, Mark fleet) {
    AotCache agent = AotCache.of(Programs.agent(), Programs.root().resolve("local/target/aot"));
    return new AgentImage(
        agent::program, settings.natsServer(), settings.endpoint(), settings.dynamo(), fleet);
  }

  /** The standard one, with its subnets in this range. */
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
