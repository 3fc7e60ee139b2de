package dev.natsfleet.registry.dynamodb;

import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One DynamoDB Local for all tests of this module; it ends with their process. */
final class SharedDynamo {

  static final DynamoLocal DYNAMO = DynamoLocal.start();
  static final DynamoDbClient CLIENT = client(DYNAMO.endpoint(), Duration.ofSeconds(60));

  private static final AtomicInteger CLUSTERS = new AtomicInteger();

  private SharedDynamo() {}

  /** A cluster that no other test uses. */
  static ClusterId cluster() {
    return new ClusterId("test", "c" + CLUSTERS.incrementAndGet());
  }

  /** The registry of a cluster whose tables exist. */
  static DynamoRegistry registry(ClusterId cluster) {
    DynamoRegistry registry = DynamoRegistry.open(CLIENT, cluster);
    registry.tables("uid-1").create();
    return registry;
  }

  static DynamoDbClient client(URI endpoint, Duration limit) {
    return DynamoClients.builder(limit)
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
