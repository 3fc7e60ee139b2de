package dev.natsfleet.local.cloud.autoscaling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle hook.
 *
 * @param heartbeat how long an action may wait between heartbeats
 * @param metadata free text for whoever completes it
 */
public record Hook(
    String name,
    Transition transition,
    Duration heartbeat,
    Result defaultResult,
    @Nullable String metadata) {

  private static final Duration LONGEST = Duration.ofDays(2);

  /** What a completed, or timed out, action says. */
  public enum Result {
    CONTINUE,
    ABANDON
  }

  /** How long an action may wait in all. */
  public Duration globalTimeout() {
    Duration hundred = heartbeat.multipliedBy(100);
    return hundred.compareTo(LONGEST) < 0 ? hundred : LONGEST;
  }
}
