package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.Refusal;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A hook as it is asked for; null takes what the hook had before, or AWS's default. */
public record HookSpec(
    String name,
    @Nullable String transition,
    @Nullable Integer heartbeatSeconds,
    @Nullable String defaultResult,
    @Nullable String metadata) {

  Hook hook(@Nullable Hook before) {
    return new Hook(
        name,
        transition(before),
        heartbeat(before),
        result(before),
        metadata == null && before != null ? before.metadata() : metadata);
  }

  private Transition transition(@Nullable Hook before) {
    if (transition != null) {
      return Transition.of(transition);
    }
    if (before == null) {
      throw Refusal.validation("A LifecycleTransition is required to create a lifecycle hook.");
    }
    return before.transition();
  }

  private Duration heartbeat(@Nullable Hook before) {
    if (heartbeatSeconds == null) {
      return before == null ? Duration.ofHours(1) : before.heartbeat();
    }
    if (heartbeatSeconds < 30 || heartbeatSeconds > 7200) {
      throw Refusal.validation("Heartbeat timeout must be between 30 and 7200 seconds.");
    }
    return Duration.ofSeconds(heartbeatSeconds);
  }

  private Hook.Result result(@Nullable Hook before) {
    if (defaultResult == null) {
      return before == null ? Hook.Result.ABANDON : before.defaultResult();
    }
    return result(defaultResult);
  }

  /** CONTINUE or ABANDON. */
  static Hook.Result result(String text) {
    return Arrays.stream(Hook.Result.values())
        .filter(result -> result.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.validation(
                    "Lifecycle action result must be CONTINUE or ABANDON, but was '"
                        + text
                        + "'."));
  }
}
