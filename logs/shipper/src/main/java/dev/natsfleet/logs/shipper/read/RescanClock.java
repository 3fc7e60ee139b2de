package dev.natsfleet.logs.shipper.read;

/** When to scan all paths: soon when a change was missed, else for a small share of the time. */
final class RescanClock {

  private static final long SHORTEST = 1_000_000_000L;
  private static final long COST_FACTOR = 300;
  private static final long REQUESTED = 250_000_000L;

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
            ? Math.min(Math.min(cost * 2, REQUESTED), longest)
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
