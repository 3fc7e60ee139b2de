package dev.natsfleet.local.machine;

import java.time.Duration;

/**
 * The delay before a failed program is restarted: short at first, then longer each time, like
 * {@code RestartSec=} and {@code RestartSteps=} of systemd.
 */
final class RestartDelay {

  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 5_000;
  private static final int DOUBLINGS = 6;

  private RestartDelay() {}

  /**
   * The delay before the next restart.
   *
   * @param restarts number of earlier restarts
   */
  static Duration after(int restarts) {
    long millis = restarts == 0 ? 0 : FIRST_MILLIS << Math.min(restarts - 1, DOUBLINGS);
    return Duration.ofMillis(Math.min(millis, LONGEST_MILLIS));
  }
}
