package dev.natsfleet.simulation.call;

import java.time.Duration;
import java.util.Random;

/**
 * How long the calls of one caller take. Each caller draws from a sequence of its own, so that a
 * fault that hits one of them does not change the world of all others.
 */
public final class CallLatency {

  private final Random random;

  /** The latencies of a caller. */
  public CallLatency(long seed, String caller) {
    this.random = new Random(seed * 31 + caller.hashCode());
  }

  /** Between these two, in milliseconds. */
  public Duration between(int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least + 1));
  }
}
