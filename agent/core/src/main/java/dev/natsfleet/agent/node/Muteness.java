package dev.natsfleet.agent.node;

import java.time.Duration;

/**
 * For how long nats-server has answered neither its monitor nor a client: a process that was
 * stopped, that waits for its disk, or that is wedged. Time alone does not count, since the agent
 * itself may have been stopped meanwhile; it has to have asked several times.
 *
 * @param since nanoseconds of the node's monotonic clock, when it was first so
 * @param times how often in a row
 */
public record Muteness(long since, int times) {

  /** It answered when it was asked last, or was not asked yet. */
  public static final Muteness NONE = new Muteness(0, 0);

  private static final long OUT_OF_SERVICE = Duration.ofSeconds(15).toNanos();
  private static final long WEDGED = Duration.ofSeconds(60).toNanos();
  private static final int TIMES = 5;

  Muteness again(long now) {
    return new Muteness(times == 0 ? now : since, times + 1);
  }

  /** Whether clients should go elsewhere: 15 seconds. */
  boolean isLong(long now) {
    return times >= TIMES && now - since >= OUT_OF_SERVICE;
  }

  /** Whether it will not come back by itself: a minute. */
  boolean isHopeless(long now) {
    return times >= TIMES && now - since >= WEDGED;
  }
}
