package dev.natsfleet.logs.receiver.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketEpochTest {

  private static final Instant MADE = Instant.parse("2026-06-15T12:00:00Z");
  private static final long SETTLING_TIME = BucketEpoch.SETTLING_TIME.toNanos();

  private final BucketEpoch epoch = new BucketEpoch();

  @Test
  void shouldTrustABucketThatIsOldEnough() {
    assertThat(epoch.observe(MADE, MADE.plus(Duration.ofDays(1)), 7)).isTrue();
    assertThat(epoch.observe(MADE, MADE.plus(Duration.ofDays(1)), 8)).isFalse();

    assertThat(epoch.isTrusted(MADE, 8)).isTrue();
  }

  @Test
  void shouldWaitForTheOthersWhenABucketIsNew() {
    epoch.observe(MADE, MADE.plusSeconds(5), 0);

    assertThat(epoch.isTrusted(MADE, SETTLING_TIME * 2 / 3 - 1)).isFalse();
    assertThat(epoch.isTrusted(MADE, SETTLING_TIME * 2 / 3)).isTrue();
  }

  @Test
  void shouldWaitAgainWhenTheBucketWasLostWhateverItsDate() {
    epoch.observe(MADE, MADE.plus(Duration.ofDays(1)), 0);
    Instant anew = MADE.minusSeconds(100);
    assertThat(epoch.isTrusted(anew, 10)).isFalse();

    assertThat(epoch.observe(anew, MADE, 10)).isTrue();

    assertThat(epoch.isTrusted(anew, 9 + SETTLING_TIME)).isFalse();
    assertThat(epoch.isTrusted(anew, 10 + SETTLING_TIME)).isTrue();
  }
}
