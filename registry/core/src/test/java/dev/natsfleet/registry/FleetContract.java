package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRegistry.Beat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a registry promises the operator about the nodes' rows. */
public interface FleetContract {

  /** A registry that nothing was written to yet. */
  Opened open();

  @Test
  default void shouldPutANewOrderInPlaceOfTheOneBefore() {
    // Given
    Opened opened = open();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(who, 1));
    opened.fleet().give(who, new Order.ApplySettings("order-1", "why", "ffff000011"));

    // When
    Order newest = new Order.Drain("order-2", "scale-in");
    boolean given = opened.fleet().give(who, newest);

    // Then
    assertThat(given).isTrue();
    assertThat(opened.fleet().rows())
        .containsExactly(new NodeRow.Fleet(Samples.heartbeat(who, 1), newest));
  }

  @Test
  default void shouldNotGiveAnOrderToABootThatIsGone() {
    // Given
    Opened opened = open();
    NodeRow.Fleet row =
        opened.node().register(Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "b"), 1));
    Order order = new Order.Drain("order-1", "scale-in");

    // When
    boolean toOldBoot = opened.fleet().give(Samples.node("10.0.0.1", "i-1", "a"), order);
    boolean toNobody = opened.fleet().give(Samples.node("10.0.0.9", "i-9", "a"), order);

    // Then
    assertThat(toOldBoot).isFalse();
    assertThat(toNobody).isFalse();
    assertThat(opened.fleet().rows()).containsExactly(row);
  }

  @Test
  default void shouldForgetARowThatHasNotChanged() {
    // Given
    Opened opened = open();
    NodeRow row =
        opened.node().register(Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "a"), 7));

    // When
    boolean first = opened.fleet().forget(row);
    boolean again = opened.fleet().forget(row);

    // Then
    assertThat(first).isTrue();
    assertThat(again).as("it is gone, as was wanted").isTrue();
    assertThat(opened.fleet().rows()).isEmpty();
  }

  @Test
  default void shouldKeepARowThatHasBeatenSinceItWasRead() {
    // Given
    Opened opened = open();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    NodeRow asRead = opened.node().register(Samples.heartbeat(who, 1));
    opened.node().beat(Samples.heartbeat(who, 2));

    // When
    boolean forgotten = opened.fleet().forget(asRead);

    // Then
    assertThat(forgotten).isFalse();
    assertThat(opened.fleet().rows()).hasSize(1);
  }

  @Test
  default void shouldKeepARowOfANewBootWithTheSameCounter() {
    // Given
    Opened opened = open();
    NodeRow asRead =
        opened.node().register(Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "a"), 1));
    opened.node().register(Samples.heartbeat(Samples.node("10.0.0.1", "i-1", "b"), 1));

    // When
    boolean forgotten = opened.fleet().forget(asRead);

    // Then
    assertThat(forgotten).isFalse();
    assertThat(opened.fleet().rows()).hasSize(1);
  }

  @Test
  default void shouldShowAndForgetTheRowOfAnOriginalNode() {
    // Given
    Opened opened = open();
    NodeRow.Original row = new NodeRow.Original("10.0.0.5", 1_456_000_000L, "working", "ok");
    opened.original().accept(row);

    // When
    NodeRow.Original older = new NodeRow.Original("10.0.0.5", 1_455_000_000L, "working", "ok");
    boolean stale = opened.fleet().forget(older);

    // Then
    assertThat(stale).isFalse();
    assertThat(opened.fleet().rows()).containsExactly(row);
    assertThat(opened.fleet().forget(row)).isTrue();
    assertThat(opened.fleet().rows()).isEmpty();
  }

  @Test
  default void shouldAgreeWithTheNodeOnWhoWinsWhenAHeartbeatMeetsForget() throws Exception {
    Opened opened = open();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 25; i++) {
        // Given
        NodeIdentity who = Samples.node("10.0.1." + i, "i-" + i, "b" + i);
        NodeRow asRead = opened.node().register(Samples.heartbeat(who, 1));

        // When
        Future<Beat> beat = both.submit(() -> opened.node().beat(Samples.heartbeat(who, 2)));
        boolean forgotten = opened.fleet().forget(asRead);

        // Then
        assertThat(beat.get() instanceof Beat.Written).isNotEqualTo(forgotten);
        assertThat(opened.fleet().rows().isEmpty()).isEqualTo(forgotten);
        opened.node().leave(who);
      }
    }
  }

  @Test
  default void shouldNeverLoseAnOrderToAHeartbeat() throws Exception {
    Opened opened = open();
    NodeIdentity who = Samples.node("10.0.0.1", "i-1", "a");
    opened.node().register(Samples.heartbeat(who, 1));
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 2; i < 27; i++) {
        // Given
        Order order = new Order.Drain("order-" + i, "scale-in");
        Heartbeat next = Samples.heartbeat(who, i);

        // When
        Future<Beat> beat = both.submit(() -> opened.node().beat(next));
        boolean given = opened.fleet().give(who, order);

        // Then
        assertThat(beat.get()).isInstanceOf(Beat.Written.class);
        assertThat(given).isTrue();
        assertThat(opened.fleet().rows()).containsExactly(new NodeRow.Fleet(next, order));
      }
    }
  }
}
