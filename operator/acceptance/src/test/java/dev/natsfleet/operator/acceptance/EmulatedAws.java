package dev.natsfleet.operator.acceptance;

import dev.natsfleet.local.cloud.effect.Instances;
import dev.natsfleet.local.cloud.guard.Guard;
import dev.natsfleet.local.cloud.world.Catalogue;
import dev.natsfleet.local.cloud.world.Timing;
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
final class EmulatedAws {

  private final CloudDriver driver;
  private final CloudServer server;
  private final AwsClients clients;
  private final DynamoDbClient tables;

  private EmulatedAws(Instances machines, DynamoDbClient tables) {
    this.tables = tables;
    driver =
        new CloudDriver(Catalogue.STANDARD, Timing.QUICK, 1, machines, new MetadataServers(0))
            .start();
    server = serve(driver);
    clients = AwsClients.of(server.endpoint());
  }

  /**
   * Instances run agents that keep their rows in DynamoDB.
   *
   * @param dynamo its endpoint
   */
  static EmulatedAws start(URI dynamo) {
    DynamoDbClient tables = AwsClients.at(dynamo, DynamoDbClient.builder());
    Agents agents = new Agents(tables);
    EmulatedAws aws = new EmulatedAws(agents, tables);
    agents.begin(aws.driver, aws.clients.autoScaling());
    return aws;
  }

  URI endpoint() {
    return server.endpoint();
  }

  AwsClients clients() {
    return clients;
  }

  DynamoDbClient tables() {
    return tables;
  }

  /** Changes the faults of calls. */
  void guard(Consumer<Guard> change) {
    driver.run(cloud -> change.accept(cloud.faults().guard()));
  }

  private static CloudServer serve(CloudDriver driver) {
    try {
      return new CloudServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), driver);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
