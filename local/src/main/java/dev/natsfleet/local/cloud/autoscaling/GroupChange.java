package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.TemplateRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a create or update says about a group; null where it says nothing. */
public record GroupChange(
    @Nullable TemplateRef template,
    @Nullable String templateVersion,
    @Nullable Integer min,
    @Nullable Integer max,
    @Nullable Integer desired,
    @Nullable Integer cooldown,
    @Nullable List<String> subnets,
    @Nullable String healthCheckType,
    @Nullable Integer graceSeconds,
    @Nullable List<String> terminationPolicies,
    @Nullable Boolean shieldNew) {

  /** Says nothing. */
  public static final GroupChange NONE =
      new GroupChange(null, null, null, null, null, null, null, null, null, null, null);
}
