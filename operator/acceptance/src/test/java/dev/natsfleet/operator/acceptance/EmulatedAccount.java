package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.cloud.effect.MachineHost;
import dev.natsfleet.local.cloud.policy.RequestPolicy;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.CloudDelays;
import dev.natsfleet.local.cloud.world.Realism;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.imds.MetadataServers;
import dev.natsfleet.local.wire.CloudServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The emulated cloud with its endpoint, and the SDK's clients of somebody else than the operator.
 */
final class EmulatedAccount {

  private final CloudDriver driver;
  private final CloudServer server;
  private final AccountClients clients;
  private final DynamoDbClient tables;

  private EmulatedAccount(MachineHost machines, DynamoDbClient tables, Realism realism) {
    this.tables = tables;
    driver =
        new CloudDriver(
                Catalogue.STANDARD,
                CloudDelays.QUICK.with(realism),
                1,
                machines,
                new MetadataServers(0))
            .start();
    server = serve(driver);
    clients = AccountClients.of(server.endpoint());
  }

  /**
   * Instances run agents that keep their rows in DynamoDB.
   *
   * @param dynamo its endpoint
   * @param realism how much of AWS's inconvenient behaviour it shows
   */
  static EmulatedAccount start(URI dynamo, Realism realism) {
    DynamoDbClient tables = AccountClients.at(dynamo, DynamoDbClient.builder());
    FakeAgents fakeAgents = new FakeAgents(tables);
    EmulatedAccount aws = new EmulatedAccount(fakeAgents, tables, realism);
    fakeAgents.begin(aws.driver, aws.clients.autoScaling());
    return aws;
  }

  URI endpoint() {
    return server.endpoint();
  }

  AccountClients clients() {
    return clients;
  }

  DynamoDbClient tables() {
    return tables;
  }

  /** Changes the faults of calls. */
  void guard(Consumer<RequestPolicy> change) {
    driver.run(cloud -> change.accept(cloud.faults().requestPolicy()));
  }

  private static CloudServer serve(CloudDriver driver) {
    try {
      return new CloudServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), driver);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
