package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.TemplateRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a create or update request; null where the request has none. */
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
    @Nullable Boolean protectNewInstances) {

  /** A change without any value. */
  public static final GroupChange NONE =
      new GroupChange(null, null, null, null, null, null, null, null, null, null, null);
}
