package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRegistry.Beat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a registry promises a node. */
public interface NodeContract {

  /** A registry that nothing was written to yet. */
  Opened open();

  @Test
  default void shouldReadBackWhatANodeRegistered() {
    // Given
    NodeRegistry registry = open().node();
    Heartbeat first = Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "a"), 1);

    // When
    NodeRow.Fleet row = registry.register(first);

    // Then
    assertThat(row).isEqualTo(new NodeRow.Fleet(first, null));
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  default void shouldCarryTheNewestOrderBackWithAHeartbeat() {
    // Given
    Opened opened = open();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(who, 1));
    Order order = new Order.ApplySettings("order-1", "maxPayload changed", "ffff000011");
    opened.fleet().give(who, order);

    // When
    Beat beat = opened.node().beat(Samples.heartbeat(who, 2));

    // Then
    assertThat(beat)
        .isEqualTo(new Beat.Written(new NodeRow.Fleet(Samples.heartbeat(who, 2), order)));
  }

  @Test
  default void shouldCountARepeatedHeartbeatAsWritten() {
    // Given: the first try was written, its answer was lost
    Opened opened = open();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(who, 1));
    opened.node().beat(Samples.heartbeat(who, 2));

    // When
    Beat again = opened.node().beat(Samples.heartbeat(who, 2));

    // Then
    assertThat(again)
        .isEqualTo(new Beat.Written(new NodeRow.Fleet(Samples.heartbeat(who, 2), null)));
  }

  @Test
  default void shouldNotLetALateHeartbeatUndoANewerOne() {
    // Given
    NodeRegistry registry = open().node();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    registry.register(Samples.heartbeat(who, 1));
    registry.beat(Samples.heartbeat(who, 3));

    // When
    registry.beat(Samples.heartbeat(who, 2));

    // Then
    assertThat(registry.rows()).containsExactly(new NodeRow.Fleet(Samples.heartbeat(who, 3), null));
  }

  @Test
  default void shouldTellABootThatAnotherHasItsRow() {
    // Given
    NodeRegistry registry = open().node();
    NodeIdentity old = Samples.node("10.0.0.1", "i-1", "a");
    NodeIdentity young = Samples.node("10.0.0.1", "i-2", "b");
    registry.register(Samples.heartbeat(old, 1));
    NodeRow.Fleet now = registry.register(Samples.heartbeat(young, 1));

    // When
    Beat beat = registry.beat(Samples.heartbeat(old, 2));

    // Then
    assertThat(beat).isEqualTo(new Beat.Superseded(now));
    assertThat(registry.rows()).containsExactly(now);
  }

  @Test
  default void shouldNotBringARemovedRowBackByAHeartbeat() {
    // Given
    NodeRegistry registry = open().node();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    registry.register(Samples.heartbeat(who, 1));
    registry.leave(who);

    // When
    Beat beat = registry.beat(Samples.heartbeat(who, 2));

    // Then
    assertThat(beat).isEqualTo(new Beat.Superseded(null));
    assertThat(registry.rows()).isEmpty();
  }

  @Test
  default void shouldKeepAnOrderWhenTheAgentOfTheSameInstanceStartsAgain() {
    // Given
    Opened opened = open();
    NodeIdentity before = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(before, 9));
    Order order = new Order.Drain("order-1", "scale-in");
    opened.fleet().give(before, order);

    // When
    Heartbeat first = Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "b"), 1);
    NodeRow.Fleet row = opened.node().register(first);

    // Then
    assertThat(row).isEqualTo(new NodeRow.Fleet(first, order));
  }

  @Test
  default void shouldNotHandAnOrderToAnotherInstanceAtTheSameAddress() {
    // Given
    Opened opened = open();
    NodeIdentity before = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(before, 9));
    opened.fleet().give(before, new Order.Drain("order-1", "scale-in"));

    // When
    Heartbeat first = Samples.heartbeat(Samples.node("10.0.0.1", "i-2", "b"), 1);
    opened.node().register(first);

    // Then
    assertThat(opened.node().rows()).containsExactly(new NodeRow.Fleet(first, null));
  }

  @Test
  default void shouldLeaveTheRowOfAnotherBootAlone() {
    // Given
    NodeRegistry registry = open().node();
    NodeRow.Fleet row =
        registry.register(Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "b"), 1));

    // When
    registry.leave(Samples.node("10.0.0.1", "i-1", "a"));

    // Then
    assertThat(registry.rows()).containsExactly(row);
  }

  @Test
  default void shouldShowEveryNodeToTheLastOfFiftyThatRegisterAtOnce() throws Exception {
    // Given
    NodeRegistry registry = open().node();
    List<Future<Integer>> seen = new ArrayList<>();

    // When: each registers before it lists the others
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 1; i <= 50; i++) {
        Heartbeat first = Samples.heartbeat(Samples.node("10.0.0." + i, "i-" + i, "b" + i), 1);
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
