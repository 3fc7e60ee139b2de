package dev.natsfleet.logs.shipper.read;

/**
 * When to scan all paths: soon when a change was missed, but for a fifth of the time at most, else
 * for a small share of it. The longest time between two scans goes before both.
 */
final class RescanClock {

  private static final long SHORTEST = 1_000_000_000L;
  private static final long COST_FACTOR = 300;
  private static final long REQUESTED_FACTOR = 4;

  private final long longest;
  private long cost;
  private long last;
  private boolean requested = true;

  /** With the longest time between two scans, in nanoseconds. */
  RescanClock(long longest) {
    this.longest = longest;
  }

  /** Requests a scan soon, because a change was missed. */
  void request() {
    requested = true;
  }

  boolean isDue(long now) {
    long wait =
        requested
            ? Math.min(cost * REQUESTED_FACTOR, longest)
            : Math.clamp(cost * COST_FACTOR, Math.min(SHORTEST, longest), longest);
    return now - last >= wait || last == 0;
  }

  /** Notes a scan with its cost. */
  void done(long began, long ended) {
    cost = ended - began;
    last = ended;
    requested = false;
  }
}
