package dev.natsfleet.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GapTest {

  @Test
  void shouldKeepTheLongestOfTheGapsThatAreOver() {
    // Given
    Gap gap = new Gap(100);

    // When
    gap.heard(110);
    gap.heard(150);
    gap.heard(155);

    // Then
    assertThat(gap.longest(160)).isEqualTo(Duration.ofNanos(40));
  }

  @Test
  void shouldCountTheGapThatIsNotOver() {
    // Given
    Gap gap = new Gap(100);

    // When
    gap.heard(110);

    // Then
    assertThat(gap.longest(170)).isEqualTo(Duration.ofNanos(60));
  }
}
