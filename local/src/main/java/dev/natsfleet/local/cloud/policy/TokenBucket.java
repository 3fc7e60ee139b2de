package dev.natsfleet.local.cloud.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: allows a burst of calls, and refills at a rate per second. It counts in whole
 * billionths of a token, so that many small refills come to exactly one token.
 */
final class TokenBucket {

  private static final long TOKEN = 1_000_000_000;

  private final long burst;
  private final double perSecond;
  private long tokens;
  private Instant filled;

  TokenBucket(double burst, double perSecond, Instant now) {
    this.burst = Math.round(burst * TOKEN);
    this.perSecond = perSecond;
    this.tokens = this.burst;
    this.filled = now;
  }

  boolean tryTake(Instant now) {
    long refill = Math.round(Duration.between(filled, now).toNanos() * perSecond);
    tokens = Math.min(burst, tokens + refill);
    filled = now;
    if (tokens < TOKEN) {
      return false;
    }
    tokens -= TOKEN;
    return true;
  }
}
