package dev.natsfleet.agent.node;

import java.time.Duration;

/**
 * What has been wrong with a running nats-server each time that it was asked, without a break. Time
 * alone does not count, since the agent itself may have been stopped meanwhile; it has to have
 * asked several times.
 *
 * @param since nanoseconds of the node's monotonic clock, when it was first seen
 * @param times how often in a row
 */
public record Symptom(long since, int times) {

  /** It is not there. */
  public static final Symptom NONE = new Symptom(0, 0);

  private static final int TIMES = 5;

  Symptom again(long now) {
    return new Symptom(times == 0 ? now : since, times + 1);
  }

  /** Whether it was there when the server was asked last. */
  boolean isThere() {
    return times > 0;
  }

  /** Whether it has been there for this time. */
  boolean hasLasted(Duration time, long now) {
    return times >= TIMES && now - since >= time.toNanos();
  }
}
