package dev.natsfleet.logs.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketLifeTest {

  private static final Instant MADE = Instant.parse("2026-06-15T12:00:00Z");
  private static final long YOUTH = BucketLife.YOUTH.toNanos();

  private final BucketLife life = new BucketLife();

  @Test
  void shouldTrustABucketThatIsOldEnough() {
    assertThat(life.isAnother(MADE, MADE.plus(Duration.ofDays(1)), 7)).isTrue();
    assertThat(life.isAnother(MADE, MADE.plus(Duration.ofDays(1)), 8)).isFalse();

    assertThat(life.isGrown(MADE, 8)).isTrue();
  }

  @Test
  void shouldWaitForTheOthersWhenABucketIsNew() {
    life.isAnother(MADE, MADE.plusSeconds(5), 0);

    assertThat(life.isGrown(MADE, YOUTH * 2 / 3 - 1)).isFalse();
    assertThat(life.isGrown(MADE, YOUTH * 2 / 3)).isTrue();
  }

  @Test
  void shouldWaitAgainWhenTheBucketWasLostWhateverItsDate() {
    life.isAnother(MADE, MADE.plus(Duration.ofDays(1)), 0);
    Instant anew = MADE.minusSeconds(100);
    assertThat(life.isGrown(anew, 10)).isFalse();

    assertThat(life.isAnother(anew, MADE, 10)).isTrue();

    assertThat(life.isGrown(anew, 9 + YOUTH)).isFalse();
    assertThat(life.isGrown(anew, 10 + YOUTH)).isTrue();
  }
}
