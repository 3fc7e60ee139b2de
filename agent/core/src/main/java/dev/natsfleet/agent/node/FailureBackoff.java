package dev.natsfleet.agent.node;

import java.time.Duration;

/** How long to wait after a failure: 1, 2, 4 … 60 s. */
final class FailureBackoff {

  private static final int LONGEST = 60;

  private FailureBackoff() {}

  /** After this many failures in a row, 1 or more. */
  static Duration after(int failures) {
    return Duration.ofSeconds(Math.min(LONGEST, 1L << Math.min(failures - 1, 6)));
  }
}
