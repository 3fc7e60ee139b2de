package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.server.NatsMonitor;
import dev.natsfleet.agent.server.ServerException;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.SampleSettings;
import dev.natsfleet.registry.dynamodb.DynamoClients;
import dev.natsfleet.registry.dynamodb.DynamoRegistry;
import dev.natsfleet.registry.dynamodblocal.DynamoLocal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Nodes that boot in the same instant with an empty table, as a new Auto Scaling group does it:
 * each registers before it lists the others, so that of any two at least one sees the other, and no
 * island is left.
 */
@Tag("server")
class MeshTest {

  private static final int NODES = 3;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** With these periods a settled node reads the rows again too late to mend an island. */
  private static final NodeSettings SETTINGS = SampleSettings.with(Map.of("cluster", "mesh"));

  @TempDir Path directory;

  private static DynamoLocal dynamo;
  private static DynamoDbClient client;

  @BeforeAll
  static void open() {
    dynamo = DynamoLocal.start();
    client =
        DynamoClients.builder(DynamoClients.CONTROL)
            .endpointOverride(dynamo.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterAll
  static void close() {
    client.close();
    dynamo.close();
  }

  @RepeatedTest(20)
  void shouldFormOneMeshOfNodesThatBootInTheSameInstant(RepetitionInfo repetition) {
    // Given
    DynamoRegistry registry = emptyTables("r" + repetition.getCurrentRepetition());
    try (TestNodes instances = new TestNodes(directory, registry)) {

      // When
      instances.bootAtOnce();

      // Then
      instances.nodes().forEach(node -> node.await(NodeState.SERVING));
      instances.nodes().forEach(MeshTest::awaitNoIsland);
      assertThat(registry.node().rows()).hasSize(NODES);
    }
  }

  private static DynamoRegistry emptyTables(String name) {
    DynamoRegistry registry = DynamoRegistry.open(client, new ClusterId("mesh", name));
    registry.tables("uid-1").create();
    registry.control().put(SETTINGS);
    registry.control().put(new ClusterRow("uid-1", "r1"));
    return registry;
  }

  private static void awaitNoIsland(TestNode node) {
    NatsMonitor monitor = new NatsMonitor(URI.create("http://" + node.ip() + ":8222"));
    Await.until(
        SOON,
        () -> remotes(monitor) == NODES - 1,
        () -> node.ip() + " is an island with remotes: " + remotes(monitor) + "\n" + node.config());
  }

  /** -1 while it does not answer, as any monitor may when the machine is busy. */
  private static int remotes(NatsMonitor monitor) {
    try {
      return monitor.read().remotes();
    } catch (ServerException e) {
      return -1;
    }
  }

  /** Three instances, and an instant that is the same for all. */
  private record TestNodes(List<TestNode> nodes) implements AutoCloseable {

    TestNodes(Path directory, DynamoRegistry registry) {
      this(
          Stream.of("i-1", "i-2", "i-3")
              .map(instance -> new TestNode(instance, directory, registry.node()))
              .toList());
    }

    void bootAtOnce() {
      CyclicBarrier instant = new CyclicBarrier(NODES);
      try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
        nodes.stream()
            .map(node -> CompletableFuture.runAsync(() -> boot(node, instant), threads))
            .toList()
            .forEach(CompletableFuture::join);
      }
    }

    private static void boot(TestNode node, CyclicBarrier instant) {
      try {
        instant.await();
      } catch (Exception e) {
        throw new AssertionError("no common instant", e);
      }
      node.start();
    }

    @Override
    public void close() {
      nodes.forEach(TestNode::close);
    }
  }
}
