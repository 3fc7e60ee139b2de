package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.driver.IdleMachineHost;
import dev.natsfleet.local.imds.MetadataServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** The emulated cloud with its HTTP endpoint and machines that run nothing. */
final class EmulatedAws implements AutoCloseable {

  final CloudDriver driver =
      new CloudDriver(
              Catalogue.STANDARD,
              CloudDelays.QUICK,
              1,
              new IdleMachineHost(),
              new MetadataServers(0))
          .start();
  private final CloudServer server = open(driver);

  private static CloudServer open(CloudDriver driver) {
    try {
      return new CloudServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), driver);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
    driver.close();
  }
}
