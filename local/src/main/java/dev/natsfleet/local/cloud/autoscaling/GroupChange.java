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

  /** Another launch template, or another version of it. */
  public static GroupChange template(TemplateRef template, String version) {
    return new GroupChange(template, version, null, null, null, null, null, null, null, null, null);
  }

  /** Other sizes; null for those that stay. */
  public static GroupChange sizes(
      @Nullable Integer min, @Nullable Integer max, @Nullable Integer desired) {
    return new GroupChange(null, null, min, max, desired, null, null, null, null, null, null);
  }

  /** Other subnets. */
  public static GroupChange subnets(List<String> subnets) {
    return new GroupChange(null, null, null, null, null, null, subnets, null, null, null, null);
  }
}
