package dev.natsfleet.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import dev.natsfleet.registry.OrderReport.OrderOutcome;
import dev.natsfleet.values.RecordSample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's orders, carried out by an agent with a real nats-server. */
@Tag("server")
class OrdersTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path directory;

  private AgentCluster cluster;
  private TestNode node;
  private long pid;
  private String digest;

  @BeforeEach
  void open() {
    cluster = new AgentCluster(directory);
    node = cluster.node("i-1").start().await(NodeState.SERVING);
    pid = node.server().orElseThrow().pid();
    digest = node.agent().report().configDigest();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void shouldReloadAndProveItByTheDigest() {
    // Given
    cluster.registry().put(AgentCluster.settings("r2", 2_097_152, "{\"debug\": false}"));

    // When
    OrderReport report = give(new Order.ApplySettings("o1", "test", "r2"));

    // Then
    assertThat(report.outcome()).isEqualTo(OrderOutcome.DONE);
    assertThat(node.server().orElseThrow().pid()).isEqualTo(pid);
    Await.until(SOON, () -> !node.agent().report().configDigest().equals(digest), node::config);
    assertThat(node.config()).contains("max_payload: 2097152");
  }

  @Test
  void shouldRestartForWhatCannotBeReloaded() {
    // Given
    NodeSettings before = AgentCluster.settings("r2", 1_048_576, "{}");
    cluster.registry().put(RecordSample.copy(before, Map.of("lameDuckSeconds", 45)));

    // When
    OrderReport report = give(new Order.ApplySettings("o1", "test", "r2"));

    // Then
    assertThat(report.outcome()).isEqualTo(OrderOutcome.DONE);
    assertThat(node.server().orElseThrow().pid()).isNotEqualTo(pid);
    assertThat(node.config()).contains("lame_duck_duration: \"45s\"");
    assertThat(node.agent().report().crashes()).isZero();
    node.await(NodeState.SERVING);
  }

  @Test
  void shouldKeepTheOldConfigurationWhenTheNewOneIsBad() {
    // Given
    String before = node.config();
    cluster.registry().put(AgentCluster.settings("r2", 1_048_576, "{\"no_such_key\": 1}"));

    // When
    OrderReport report = give(new Order.ApplySettings("o1", "test", "r2"));

    // Then
    assertThat(report.outcome()).isEqualTo(OrderOutcome.REFUSED);
    assertThat(report.why()).contains("no_such_key");
    assertThat(node.config()).isEqualTo(before);
    assertThat(node.server().orElseThrow().pid()).isEqualTo(pid);
    assertThat(node.agent().node().state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldGoBackWhenTheServerDoesNotStartWithTheNewSettings() {
    // Given a port of this node that is in use, which nats-server finds only when it starts
    String taken = "{\"leafnodes\": {\"listen\": \"" + node.ip() + ":8322\"}}";
    cluster.registry().put(AgentCluster.settings("r2", 1_048_576, taken));

    // When
    OrderReport report = give(new Order.ApplySettings("o1", "test", "r2"));

    // Then
    assertThat(report.outcome()).isEqualTo(OrderOutcome.REFUSED);
    node.await(NodeState.SERVING);
    assertThat(node.config()).doesNotContain("leafnodes");
  }

  @Test
  void shouldAwaitSettingsThatDoNotExist() {
    // Given
    NodeRow.Managed row = (NodeRow.Managed) cluster.registry().rows().getFirst();
    cluster.registry().putOrder(row.beat().who(), new Order.ApplySettings("o1", "test", "r9"));
    Await.until(SOON, () -> node.agent().report().why().contains("r9"), node.agent()::report);

    // When
    cluster.registry().put(AgentCluster.settings("r9", 2_097_152, "{}"));

    // Then
    Await.until(SOON, () -> hasOutcome(OrderOutcome.DONE), node.agent()::report);
  }

  private boolean hasOutcome(OrderOutcome outcome) {
    OrderReport report = node.agent().report().order();
    return report != null && report.id().equals("o1") && report.outcome() == outcome;
  }

  @Test
  void shouldDrainAndWaitForTheEnd() {
    // When
    OrderReport report = give(new Order.Drain("o1", "scale in"));

    // Then
    assertThat(report.outcome()).isEqualTo(OrderOutcome.DONE);
    assertThat(node.server()).isEmpty();
    assertThat(node.agent().node().state()).isEqualTo(NodeState.STOPPED);
    assertThat(cluster.registry().rows()).hasSize(1);
  }

  private OrderReport give(Order order) {
    NodeRow.Managed row = (NodeRow.Managed) cluster.registry().rows().getFirst();
    assertThat(cluster.registry().putOrder(row.beat().who(), order)).isTrue();
    Await.until(SOON, () -> hasEnded(order), node.agent()::report);
    OrderReport report = node.agent().report().order();
    assertThat(report).isNotNull();
    return report;
  }

  private boolean hasEnded(Order order) {
    OrderReport report = node.agent().report().order();
    return report != null
        && report.id().equals(order.id())
        && report.outcome() != OrderOutcome.RUNNING;
  }
}
