package dev.natsfleet.logs.shipper.loop;

/** How long to wait before the next session: 100 ms, doubled up to 2 s. */
final class SessionBackoff {

  private static final long FIRST = 100_000_000L;
  private static final long LONGEST = 2_000_000_000L;

  private long next = FIRST;

  long next() {
    long now = next;
    next = Math.min(LONGEST, now * 2);
    return now;
  }

  void reset() {
    next = FIRST;
  }
}
