package dev.natsfleet.logs.tail;

/** When to look at everything: often while that is cheap, at most a small share of the time. */
final class RescanClock {

  private static final long SOONEST = 1_000_000_000L;
  private static final long SHARE = 300;
  private static final long MISSED = 250_000_000L;

  private final long longest;
  private long cost;
  private long last;
  private boolean demanded = true;

  RescanClock(long longest) {
    this.longest = longest;
  }

  /** Something was missed. */
  void demand() {
    demanded = true;
  }

  boolean isDue(long now) {
    long wait =
        demanded
            ? Math.min(cost * 2, MISSED)
            : Math.clamp(cost * SHARE, Math.min(SOONEST, longest), longest);
    return now - last >= wait || last == 0;
  }

  void done(long began, long ended) {
    cost = ended - began;
    last = ended;
    demanded = false;
  }
}
