package dev.natsfleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessRestartTest {

  @Test
  void shouldWaitTheWholePeriodAgainAfterTheObserverStartedAnew() {
    // Given: silent before the eyes of a first observer
    Duration period = Duration.ofSeconds(30);
    List<NodeRow> rows = List.of(new NodeRow.Original("10.0.0.1", 100, "working", ""));
    Liveness first = Liveness.NONE.observe(rows, 0);
    assertThat(first.alive("10.0.0.1", period, period.toNanos())).isFalse();

    // When
    Liveness second = Liveness.NONE.observe(rows, period.toNanos());

    // Then
    assertThat(second.alive("10.0.0.1", period, 2 * period.toNanos() - 1)).isTrue();
    assertThat(second.alive("10.0.0.1", period, 2 * period.toNanos())).isFalse();
  }
}
