package dev.natsfleet.local.driver;

import java.time.Duration;
import java.time.Instant;

/** Real time that never runs backwards and can be advanced. */
final class RealClock {

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
