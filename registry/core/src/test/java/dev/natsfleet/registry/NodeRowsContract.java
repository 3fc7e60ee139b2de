package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRegistry.HeartbeatResult;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Contract of every registry for the operator's use of the nodes table. */
public interface NodeRowsContract {

  /** A registry without any row. */
  RegistryPorts emptyRegistry();

  @Test
  default void shouldPutANewOrderInPlaceOfTheOneBefore() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(who, 1));
    ports.nodeRows().putOrder(who, new Order.ApplySettings("order-1", "why", "ffff000011"));

    // When
    Order newest = new Order.Drain("order-2", "scale-in");
    boolean given = ports.nodeRows().putOrder(who, newest);

    // Then
    assertThat(given).isTrue();
    assertThat(ports.nodeRows().rows())
        .containsExactly(new NodeRow.Managed(SampleRows.heartbeat(who, 1), newest));
  }

  @Test
  default void shouldNotGiveAnOrderToABootThatIsGone() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeRow.Managed row =
        ports.node().register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "b"), 1));
    Order order = new Order.Drain("order-1", "scale-in");

    // When
    boolean toOldBoot = ports.nodeRows().putOrder(SampleRows.node("10.0.0.1", "i-1", "a"), order);
    boolean toNobody = ports.nodeRows().putOrder(SampleRows.node("10.0.0.9", "i-9", "a"), order);

    // Then
    assertThat(toOldBoot).isFalse();
    assertThat(toNobody).isFalse();
    assertThat(ports.nodeRows().rows()).containsExactly(row);
  }

  @Test
  default void shouldForgetARowThatHasNotChanged() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeRow row =
        ports.node().register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "a"), 7));

    // When
    boolean first = ports.nodeRows().delete(row);
    boolean again = ports.nodeRows().delete(row);

    // Then
    assertThat(first).isTrue();
    assertThat(again).as("it is gone, as was wanted").isTrue();
    assertThat(ports.nodeRows().rows()).isEmpty();
  }

  @Test
  default void shouldKeepARowThatHasBeatenSinceItWasRead() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    NodeRow asRead = ports.node().register(SampleRows.heartbeat(who, 1));
    ports.node().beat(SampleRows.heartbeat(who, 2));

    // When
    boolean forgotten = ports.nodeRows().delete(asRead);

    // Then
    assertThat(forgotten).isFalse();
    assertThat(ports.nodeRows().rows()).hasSize(1);
  }

  @Test
  default void shouldKeepARowOfANewBootWithTheSameCounter() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeRow asRead =
        ports.node().register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "a"), 1));
    ports.node().register(SampleRows.heartbeat(SampleRows.node("10.0.0.1", "i-1", "b"), 1));

    // When
    boolean forgotten = ports.nodeRows().delete(asRead);

    // Then
    assertThat(forgotten).isFalse();
    assertThat(ports.nodeRows().rows()).hasSize(1);
  }

  @Test
  default void shouldShowAndForgetTheRowOfAnOriginalNode() {
    // Given
    RegistryPorts ports = emptyRegistry();
    NodeRow.Original row = new NodeRow.Original("10.0.0.5", 1_456_000_000L, "working", "ok");
    ports.original().accept(row);

    // When
    NodeRow.Original older = new NodeRow.Original("10.0.0.5", 1_455_000_000L, "working", "ok");
    boolean stale = ports.nodeRows().delete(older);

    // Then
    assertThat(stale).isFalse();
    assertThat(ports.nodeRows().rows()).containsExactly(row);
    assertThat(ports.nodeRows().delete(row)).isTrue();
    assertThat(ports.nodeRows().rows()).isEmpty();
  }

  @Test
  default void shouldAgreeWithTheNodeOnWhoWinsWhenAHeartbeatMeetsForget() throws Exception {
    RegistryPorts ports = emptyRegistry();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 25; i++) {
        // Given
        NodeIdentity who = SampleRows.node("10.0.1." + i, "i-" + i, "b" + i);
        NodeRow asRead = ports.node().register(SampleRows.heartbeat(who, 1));

        // When
        Future<HeartbeatResult> beat =
            both.submit(() -> ports.node().beat(SampleRows.heartbeat(who, 2)));
        boolean forgotten = ports.nodeRows().delete(asRead);

        // Then
        assertThat(beat.get() instanceof HeartbeatResult.Written).isNotEqualTo(forgotten);
        assertThat(ports.nodeRows().rows().isEmpty()).isEqualTo(forgotten);
        ports.node().leave(who);
      }
    }
  }

  @Test
  default void shouldNeverLoseAnOrderToAHeartbeat() throws Exception {
    RegistryPorts ports = emptyRegistry();
    NodeIdentity who = SampleRows.node("10.0.0.1", "i-1", "a");
    ports.node().register(SampleRows.heartbeat(who, 1));
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 2; i < 27; i++) {
        // Given
        Order order = new Order.Drain("order-" + i, "scale-in");
        Heartbeat next = SampleRows.heartbeat(who, i);

        // When
        Future<HeartbeatResult> beat = both.submit(() -> ports.node().beat(next));
        boolean given = ports.nodeRows().putOrder(who, order);

        // Then
        assertThat(beat.get()).isInstanceOf(HeartbeatResult.Written.class);
        assertThat(given).isTrue();
        assertThat(ports.nodeRows().rows()).containsExactly(new NodeRow.Managed(next, order));
      }
    }
  }
}
