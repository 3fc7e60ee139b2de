package dev.natsfleet.agent.node;

import java.time.Duration;

/**
 * What has been wrong with a running nats-server each time that it was asked, without a break. Time
 * alone does not count, since the agent itself may have been stopped meanwhile; it has to have
 * asked several times.
 *
 * @param since nanoseconds of the node's monotonic clock, when it was first seen
 * @param newest when it was seen last
 * @param times how often in a row
 */
public record Symptom(long since, long newest, int times) {

  /** It is not there. */
  public static final Symptom NONE = new Symptom(0, 0, 0);

  private static final int TIMES = 5;

  Symptom again(long now) {
    return new Symptom(times == 0 ? now : since, now, times + 1);
  }

  /** Whether it was there when the server was asked last. */
  boolean isThere() {
    return times > 0;
  }

  /** Whether it has been there for this time, from the first look at it to the newest. */
  boolean hasLasted(Duration time) {
    return times >= TIMES && newest - since >= time.toNanos();
  }
}
