package dev.natsfleet.operator.kubernetes.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.reconcile.Clocks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalDeadlineTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Duration passed = Duration.ZERO;
  private Duration clockSet = Duration.ZERO;
  private final RenewalDeadline deadline =
      new RenewalDeadline(
          new Clocks(() -> passed.toNanos(), () -> START.plus(passed).plus(clockSet)),
          LeaderLease.MAY_ACT);

  @Test
  void shouldCountFromTheTimeThatStandsInTheLease() {
    // Given: a renewal that began after two seconds and was answered after five
    passed = Duration.ofSeconds(5);

    // When
    deadline.renewed(START.plusSeconds(2));

    // Then
    assertThat(deadline.remaining()).isEqualTo(LeaderLease.MAY_ACT.minusSeconds(3));
    passed = Duration.ofSeconds(2).plus(LeaderLease.MAY_ACT);
    assertThat(deadline.remaining()).isZero();
  }

  @Test
  void shouldNotBeMovedByAClockThatIsSetBack() {
    // Given
    deadline.renewed(START);

    // When
    passed = Duration.ofSeconds(8);
    clockSet = Duration.ofHours(-1);

    // Then
    assertThat(deadline.remaining()).isEqualTo(LeaderLease.MAY_ACT.minusSeconds(8));
    deadline.renewed(START.plusSeconds(8));
    assertThat(deadline.remaining()).isEqualTo(LeaderLease.MAY_ACT);
  }

  @Test
  void shouldEndBeforeAnotherMayBegin() {
    assertThat(LeaderLease.MAY_ACT).isLessThan(LeaderLease.DURATION.minusSeconds(2));
  }
}
