package dev.natsfleet.local.machine;

import java.time.Duration;

/**
 * How long a machine's init waits before it starts a failed program again: at once the first time,
 * then longer each time, like {@code RestartSec=} and {@code RestartSteps=} of systemd.
 */
final class RestartDelay {

  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 5_000;
  private static final int DOUBLINGS = 6;

  private RestartDelay() {}

  /**
   * The delay before the next start.
   *
   * @param restarts how often it was started again before
   */
  static Duration after(int restarts) {
    long millis = restarts == 0 ? 0 : FIRST_MILLIS << Math.min(restarts - 1, DOUBLINGS);
    return Duration.ofMillis(Math.min(millis, LONGEST_MILLIS));
  }
}
