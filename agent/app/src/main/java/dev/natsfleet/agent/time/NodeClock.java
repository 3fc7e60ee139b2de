package dev.natsfleet.agent.time;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks of a node.
 *
 * @param wall is written into rows for people, and never compared
 * @param monotonic nanoseconds since the agent's start; intervals and time limits use it
 */
public record NodeClock(InstantSource wall, LongSupplier monotonic) {

  /**
   * The clocks of this host.
   *
   * @param offset added to the wall clock
   */
  public static NodeClock system(Duration offset) {
    long start = System.nanoTime();
    return new NodeClock(Clock.offset(Clock.systemUTC(), offset), () -> System.nanoTime() - start);
  }

  /** The monotonic clock now. */
  public long nanos() {
    return monotonic.getAsLong();
  }
}
