package dev.natsfleet.local.cloud.autoscaling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lifecycle hook.
 *
 * @param heartbeat timeout of an action, which every heartbeat restarts
 * @param metadata free text for the program that completes the action
 */
public record Hook(
    String name,
    HookTransition hookTransition,
    Duration heartbeat,
    Result defaultResult,
    @Nullable String metadata) {

  private static final Duration LONGEST = Duration.ofDays(2);

  /** The result of a completed or timed-out action. */
  public enum Result {
    CONTINUE,
    ABANDON
  }

  /** The total time that an action may wait. */
  public Duration globalTimeout() {
    Duration hundred = heartbeat.multipliedBy(100);
    return hundred.compareTo(LONGEST) < 0 ? hundred : LONGEST;
  }
}
