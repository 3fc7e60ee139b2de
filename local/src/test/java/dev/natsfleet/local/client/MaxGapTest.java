package dev.natsfleet.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MaxGapTest {

  @Test
  void shouldKeepTheLongestOfTheGapsThatAreOver() {
    // Given
    MaxGap gap = new MaxGap(100);

    // When
    gap.record(110);
    gap.record(150);
    gap.record(155);

    // Then
    assertThat(gap.longest(160)).isEqualTo(Duration.ofNanos(40));
  }

  @Test
  void shouldCountTheGapThatIsNotOver() {
    // Given
    MaxGap gap = new MaxGap(100);

    // When
    gap.record(110);

    // Then
    assertThat(gap.longest(170)).isEqualTo(Duration.ofNanos(60));
  }
}
