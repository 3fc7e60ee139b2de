package dev.natsfleet.local.driver;

import java.time.Duration;
import java.time.Instant;

/** Real time that never runs back and can be pushed ahead. */
final class RealTime {

  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private Duration ahead = Duration.ZERO;

  synchronized Instant now() {
    return start.plusNanos(System.nanoTime() - startNanos).plus(ahead);
  }

  synchronized void push(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("time does not run back: " + by);
    }
    ahead = ahead.plus(by);
  }
}
