package dev.natsfleet.local.client;

import java.time.Duration;

/** The longest time between two events of a series, by a monotonic clock in nanoseconds. */
final class Gap {

  private long last;
  private long longest;

  Gap(long startNanos) {
    last = startNanos;
  }

  synchronized void heard(long nowNanos) {
    longest = Math.max(longest, nowNanos - last);
    last = nowNanos;
  }

  synchronized Duration longest(long nowNanos) {
    return Duration.ofNanos(Math.max(longest, nowNanos - last));
  }
}
