package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.CloudException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a request for a hook; null keeps the hook's earlier value, or takes AWS's default.
 */
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

  private HookTransition transition(@Nullable Hook before) {
    if (transition != null) {
      return HookTransition.of(transition);
    }
    if (before == null) {
      throw CloudException.validation(
          "A LifecycleTransition is required to create a lifecycle hook.");
    }
    return before.hookTransition();
  }

  private Duration heartbeat(@Nullable Hook before) {
    if (heartbeatSeconds == null) {
      return before == null ? Duration.ofHours(1) : before.heartbeat();
    }
    if (heartbeatSeconds < 30 || heartbeatSeconds > 7200) {
      throw CloudException.validation("Heartbeat timeout must be between 30 and 7200 seconds.");
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
                CloudException.validation(
                    "Lifecycle action result must be CONTINUE or ABANDON, but was '"
                        + text
                        + "'."));
  }
}
