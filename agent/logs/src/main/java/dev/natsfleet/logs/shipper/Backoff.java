package dev.natsfleet.logs.shipper;

/** How long to wait before the stream is asked again: 100 ms, doubled up to 2 s. */
final class Backoff {

  private static final long FIRST = 100_000_000L;
  private static final long LONGEST = 2_000_000_000L;

  private long next = FIRST;
  private String last = "";

  long next() {
    long now = next;
    next = Math.min(LONGEST, now * 2);
    return now;
  }

  void reset() {
    next = FIRST;
    last = "";
  }

  /** Whether this is another trouble than the last one. */
  boolean isNew(String trouble) {
    boolean other = !trouble.equals(last);
    last = trouble;
    return other;
  }
}
