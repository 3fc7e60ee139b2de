package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scan ends at 1000; times are milliseconds. */
class RescanClockTest {

  private static final long MILLI = 1_000_000L;

  @ParameterizedTest
  @CsvSource({
    // cost, requested, longest, due after
    "1, true, 60000, 2",
    "500, true, 60000, 250",
    "500, true, 100, 100",
    "1, false, 60000, 1000",
    "10, false, 60000, 3000",
    "1000, false, 60000, 60000",
  })
  void shouldWaitAsLongAsAScanIsWorth(long cost, boolean requested, long longest, long wait) {
    RescanClock clock = new RescanClock(longest * MILLI);
    clock.done((1_000 - cost) * MILLI, 1_000 * MILLI);
    if (requested) {
      clock.request();
    }

    assertThat(clock.isDue((1_000 + wait) * MILLI - 1)).isFalse();
    assertThat(clock.isDue((1_000 + wait) * MILLI)).isTrue();
  }
}
