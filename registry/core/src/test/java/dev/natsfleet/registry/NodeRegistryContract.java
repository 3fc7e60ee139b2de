package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract of every registry for a node. */
public interface NodeRegistryContract {

  /** A registry without any row. */
  RegistryPorts emptyRegistry();

  @Test
  default void shouldReadBackWhatANodeRegistered() {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    Heartbeat first = SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "a"), 1);

    // When
    NodeRow.Managed row = registry.register(first);

    // Then
    assertThat(row).isEqualTo(new NodeRow.Managed(first, null));
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  default void shouldCarryTheNewestOrderBackWithAHeartbeat() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(who, 1));
    Order order = new Order.ApplySettings("order-1", "maxPayload changed", "ffff000011");
    ports.nodeRows().putOrder(who, order);

    // When
    HeartbeatResult heartbeatResult = ports.node().beat(SampleRows.heartbeat(who, 2));

    // Then
    assertThat(heartbeatResult)
        .isEqualTo(
            new HeartbeatResult.Written(new NodeRow.Managed(SampleRows.heartbeat(who, 2), order)));
  }

  @Test
  default void shouldCountARepeatedHeartbeatAsWritten() {
    // Given: the first try was written, its answer was lost
    RegistryPorts ports = emptyRegistry();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(who, 1));
    ports.node().beat(SampleRows.heartbeat(who, 2));

    // When
    HeartbeatResult again = ports.node().beat(SampleRows.heartbeat(who, 2));

    // Then
    assertThat(again)
        .isEqualTo(
            new HeartbeatResult.Written(new NodeRow.Managed(SampleRows.heartbeat(who, 2), null)));
  }

  @Test
  default void shouldNotLetALateHeartbeatUndoANewerOne() {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    registry.register(SampleRows.heartbeat(who, 1));
    registry.beat(SampleRows.heartbeat(who, 3));

    // When
    registry.beat(SampleRows.heartbeat(who, 2));

    // Then
    assertThat(registry.rows())
        .containsExactly(new NodeRow.Managed(SampleRows.heartbeat(who, 3), null));
  }

  @Test
  default void shouldTellABootThatAnotherHasItsRow() {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    NodeIdentity old = SampleRows.node("10.0.0.1", "i-1", "a");
    NodeIdentity young = SampleRows.node("10.0.0.1", "i-2", "b");
    registry.register(SampleRows.heartbeat(old, 1));
    NodeRow.Managed now = registry.register(SampleRows.heartbeat(young, 1));

    // When
    HeartbeatResult heartbeatResult = registry.beat(SampleRows.heartbeat(old, 2));

    // Then
    assertThat(heartbeatResult).isEqualTo(new HeartbeatResult.Superseded(now));
    assertThat(registry.rows()).containsExactly(now);
  }

  @Test
  default void shouldNotBringARemovedRowBackByAHeartbeat() {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    registry.register(SampleRows.heartbeat(who, 1));
    registry.leave(who);

    // When
    HeartbeatResult heartbeatResult = registry.beat(SampleRows.heartbeat(who, 2));

    // Then
    assertThat(heartbeatResult).isEqualTo(new HeartbeatResult.Superseded(null));
    assertThat(registry.rows()).isEmpty();
  }

  @Test
  default void shouldKeepAnOrderWhenTheAgentOfTheSameInstanceStartsAgain() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeIdentity before = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(before, 9));
    Order order = new Order.Drain("order-1", "scale-in");
    ports.nodeRows().putOrder(before, order);

    // When
    Heartbeat first = SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "b"), 1);
    NodeRow.Managed row = ports.node().register(first);

    // Then
    assertThat(row).isEqualTo(new NodeRow.Managed(first, order));
  }

  @Test
  default void shouldNotHandAnOrderToAnotherInstanceAtTheSameAddress() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeIdentity before = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(before, 9));
    ports.nodeRows().putOrder(before, new Order.Drain("order-1", "scale-in"));

    // When
    Heartbeat first = SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-2", "b"), 1);
    ports.node().register(first);

    // Then
    assertThat(ports.node().rows()).containsExactly(new NodeRow.Managed(first, null));
  }

  @Test
  default void shouldLeaveTheRowOfAnotherBootAlone() {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    NodeRow.Managed row =
        registry.register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "b"), 1));

    // When
    registry.leave(SampleRows.node("10.0.0.1", "i-1", "a"));

    // Then
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  default void shouldShowEveryNodeToTheLastOfFiftyThatRegisterAtOnce() throws Exception {
    // Given
    NodeRegistry registry = emptyRegistry().node();
    List<Future<Integer>> seen = new ArrayList<>();

    // When: each registers before it lists the others
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 50; i++) {
        Heartbeat first =
            SampleRows.heartbeat(SampleRows.node("10.0.0." + i, "i-" + i, "b" + i), 1);
        seen.add(
            nodes.submit(
                () -> {
                  registry.register(first);
                  return registry.rows().size();
                }));
      }
    }

    // Then: one of any two sees the other, so no island is left
    List<Integer> counts = new ArrayList<>();
    for (Future<Integer> one : seen) {
      counts.add(one.get());
    }
    counts.sort(null);
    assertThat(counts.getLast()).isEqualTo(50);
    assertThat(IntStream.range(0, 50).allMatch(i -> counts.get(i) >= i + 1)).isTrue();
  }
}
