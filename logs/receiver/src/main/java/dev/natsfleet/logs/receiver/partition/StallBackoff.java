package dev.natsfleet.logs.receiver.partition;

/**
 * How long a partition that stalls waits before it begins again: twice as long each time, until a
 * commit succeeds. One thread uses it.
 */
final class StallBackoff {

  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 5_000;

  private long millis = FIRST_MILLIS;
  private boolean stalled;
  private boolean committed;

  /** A commit succeeded: the next pause is the shortest one. */
  void committed() {
    committed = true;
  }

  /** The attempt failed. */
  void stalled() {
    stalled = true;
  }

  /** The pause after an attempt that has just ended, in milliseconds; none unless it failed. */
  long next() {
    millis = committed ? FIRST_MILLIS : Math.min(LONGEST_MILLIS, millis * 2);
    long pause = stalled ? millis : 0;
    committed = false;
    stalled = false;
    return pause;
  }
}
