package dev.natsfleet.logs.program.settings;

import dev.natsfleet.values.DurationFormat;
import java.time.Duration;

/**
 * Reads durations that a program can count with: it has them in nanoseconds, and twice a duration
 * must fit, too.
 */
public final class DurationLimit {

  private static final int LONGEST_WAIT_DAYS = 30;
  private static final int LONGEST_AGE_DAYS = 36_500;

  private DurationLimit() {}

  /** Reads how long something is waited for; throws IllegalArgumentException beyond 30 days. */
  public static Duration parseWait(String text) {
    return parse(text, LONGEST_WAIT_DAYS);
  }

  /** Reads how long something is kept; throws IllegalArgumentException beyond 100 years. */
  public static Duration parseAge(String text) {
    return parse(text, LONGEST_AGE_DAYS);
  }

  private static Duration parse(String text, int days) {
    Duration duration = DurationFormat.parse(text);
    if (duration.compareTo(Duration.ofDays(days)) > 0) {
      throw new IllegalArgumentException("is too long: write at most %dd".formatted(days));
    }
    return duration;
  }
}
