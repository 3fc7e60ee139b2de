package dev.natsfleet.local.cloud.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void shouldAllowABurstAndThenTheRateOnly() {
    // Given
    TokenBucket bucket = new TokenBucket(2, 1, START);

    // When / Then
    assertThat(bucket.tryTake(START)).isTrue();
    assertThat(bucket.tryTake(START)).isTrue();
    assertThat(bucket.tryTake(START)).isFalse();
    assertThat(bucket.tryTake(START.plusSeconds(1))).isTrue();
    assertThat(bucket.tryTake(START.plusSeconds(1))).isFalse();
  }

  @Test
  void shouldRefillAWholeTokenByManySmallSteps() {
    // Given
    TokenBucket bucket = new TokenBucket(1, 1, START);
    bucket.tryTake(START);

    // When
    for (int tenth = 1; tenth < 10; tenth++) {
      assertThat(bucket.tryTake(START.plusMillis(100L * tenth))).isFalse();
    }

    // Then
    assertThat(bucket.tryTake(START.plusSeconds(1))).isTrue();
  }
}
