package dev.natsfleet.operator.aws;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket. EC2 refills 20 describes and 5 changes a second; the bucket of Auto Scaling is
 * shared by all its calls and of unpublished size (EC2 developer guide, "Request throttling").
 */
final class CallRateLimiter {

  private final double perNano;
  private final double burst;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * @param perSecond calls a second in the long run
   * @param burst calls at once
   */
  CallRateLimiter(double perSecond, int burst, LongSupplier nanoTime) {
    this.perNano = perSecond / Duration.ofSeconds(1).toNanos();
    this.burst = burst;
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes a token, and says how many nanoseconds later the call may go out. */
  synchronized long take() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano) - 1;
    filledAt = now;
    return tokens >= 0 ? 0 : (long) (-tokens / perNano);
  }
}
