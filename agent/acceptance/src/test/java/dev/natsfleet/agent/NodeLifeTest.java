package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.aws.LifecycleHooks.HookKind;
import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.NodeState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents with real nats-servers, from boot to leave. */
@Tag("server")
class NodeLifeTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  private AgentCluster cluster;

  @BeforeEach
  void open() {
    cluster = new AgentCluster(directory);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldServeAloneAndThenCompleteTheLaunchHook() {
    // When
    TestNode node = cluster.node("i-1").start().await(NodeState.SERVING);

    // Then
    assertThat(node.hooks().completed()).containsExactly(HookKind.LAUNCH);
    assertThat(node.agent().report().configDigest()).startsWith("sha256:");
  }

  @Test
  void shouldFormOneMeshWhenThreeStartAtOnce() {
    // When
    List<TestNode> nodes = List.of(cluster.node("i-1"), cluster.node("i-2"), cluster.node("i-3"));
    nodes.forEach(TestNode::start);

    // Then
    nodes.forEach(node -> node.await(NodeState.SERVING));
    nodes.forEach(node -> awaitRoutes(node, 2));
  }

  @Test
  void shouldTellTheOthersOfANewcomer() {
    // Given
    TestNode first = cluster.node("i-1").start().await(NodeState.SERVING);

    // When
    TestNode second = cluster.node("i-2").start().await(NodeState.SERVING);

    // Then
    awaitRoutes(first, 1);
    Await.until(SOON, () -> first.config().contains(second.ip() + ":6222"), first::config);
  }

  @Test
  void shouldServeAgainAfterAKill() {
    // Given
    TestNode node = cluster.node("i-1").start().await(NodeState.SERVING);
    ProcessHandle before = node.server().orElseThrow();

    // When
    before.destroyForcibly();
    Await.until(
        SOON,
        () ->
            node.server().filter(now -> now.pid() != before.pid()).isPresent()
                && node.agent().node().state() == NodeState.SERVING,
        node.agent()::report);

    // Then
    assertThat(node.agent().report().crashes()).isEqualTo(1);
  }

  @Test
  void shouldDrainLeaveAndThenCompleteTheTerminateHook() throws Exception {
    // Given
    TestNode leaver = cluster.node("i-1").start().await(NodeState.SERVING);
    TestNode stayer = cluster.node("i-2").start().await(NodeState.SERVING);

    // When
    leaver.imds().put("autoscaling/target-lifecycle-state", "Terminated");

    // Then
    assertThat(leaver.agent().exit().get().code()).isZero();
    assertThat(leaver.server()).isEmpty();
    assertThat(leaver.hooks().completed()).containsExactly(HookKind.LAUNCH, HookKind.TERMINATE);
    assertThat(cluster.registry().rows()).singleElement().returns(stayer.ip(), row -> row.ip());
    Await.until(SOON, () -> !stayer.config().contains(leaver.ip()), stayer::config);
  }

  private static void awaitRoutes(TestNode node, int routes) {
    Await.until(SOON, () -> node.agent().report().routesUp() == routes, node.agent()::report);
  }
}
