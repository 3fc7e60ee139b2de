package dev.natsfleet.local.client;

import java.time.Duration;

/** The longest time between two events, by a monotonic clock in nanoseconds. */
final class MaxGap {

  private long last;
  private long longest;

  MaxGap(long startNanos) {
    last = startNanos;
  }

  synchronized void record(long nowNanos) {
    longest = Math.max(longest, nowNanos - last);
    last = nowNanos;
  }

  synchronized Duration longest(long nowNanos) {
    return Duration.ofNanos(Math.max(longest, nowNanos - last));
  }
}
