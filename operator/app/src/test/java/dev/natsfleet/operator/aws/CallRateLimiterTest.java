package dev.natsfleet.operator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallRateLimiterTest {

  private final AtomicLong now = new AtomicLong();
  private final CallRateLimiter budget = new CallRateLimiter(10, 2, now::get);

  @Test
  void shouldLetABurstThroughAndSpreadTheRest() {
    assertThat(budget.take()).isZero();
    assertThat(budget.take()).isZero();
    assertThat(Duration.ofNanos(budget.take())).isEqualTo(Duration.ofMillis(100));
    assertThat(Duration.ofNanos(budget.take())).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void shouldRefillUpToTheBurst() {
    // Given
    budget.take();
    budget.take();

    // When
    now.addAndGet(Duration.ofHours(1).toNanos());

    // Then
    assertThat(budget.take()).isZero();
    assertThat(budget.take()).isZero();
    assertThat(budget.take()).isPositive();
  }
}
