package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchHistory;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.ScalingActivity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Reads the operator's own records out of the answers of EC2 Auto Scaling. */
final class AsgReader {

  private AsgReader() {}

  /** A group with its hooks and newest activities, each from a call of its own. */
  static NodeGroup group(
      AutoScalingGroup group,
      List<software.amazon.awssdk.services.autoscaling.model.LifecycleHook> hooks,
      List<Activity> newest) {
    return new NodeGroup(
        owner(group.tags()),
        group.status() != null,
        new GroupSize(group.minSize(), group.desiredCapacity(), group.maxSize()),
        templateId(group.launchTemplate()),
        version(group.launchTemplate()),
        subnets(group.vpcZoneIdentifier()),
        hooks.stream().collect(Collectors.toMap(hook -> hook.lifecycleHookName(), AsgReader::hook)),
        tags(group.tags()),
        Boolean.TRUE.equals(group.newInstancesProtectedFromScaleIn()),
        group.suspendedProcesses().stream()
            .map(SuspendedProcess::processName)
            .collect(Collectors.toSet()),
        group.instances().stream().map(AsgReader::member).toList(),
        failures(newest));
  }

  /** What the newest activities of a group say of its launches. */
  static NodeGroup.Failures failures(List<Activity> newest) {
    return LaunchHistory.failures(newest.stream().map(AsgReader::activity).toList());
  }

  private static @Nullable String owner(List<TagDescription> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equals(ResourceTags.OWNER))
        .map(TagDescription::value)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> tags(List<TagDescription> tags) {
    return tags.stream()
        .filter(TagDescription::propagateAtLaunch)
        .collect(Collectors.toMap(TagDescription::key, TagDescription::value));
  }

  private static Set<String> subnets(@Nullable String joined) {
    return joined == null || joined.isBlank()
        ? Set.of()
        : Arrays.stream(joined.split(",", -1)).map(String::strip).collect(Collectors.toSet());
  }

  private static LifecycleHook hook(
      software.amazon.awssdk.services.autoscaling.model.LifecycleHook hook) {
    return new LifecycleHook(
        hook.lifecycleHookName(),
        hook.lifecycleTransition().endsWith("LAUNCHING")
            ? LifecycleHook.LifecycleTransition.LAUNCHING
            : LifecycleHook.LifecycleTransition.TERMINATING,
        hook.heartbeatTimeout(),
        LifecycleHook.Result.valueOf(hook.defaultResult()));
  }

  private static GroupMember member(Instance instance) {
    return new GroupMember(
        instance.instanceId(),
        instance.availabilityZone(),
        LifecycleState.of(instance.lifecycleStateAsString()),
        templateId(instance.launchTemplate()),
        version(instance.launchTemplate()));
  }

  private static @Nullable String templateId(@Nullable LaunchTemplateSpecification used) {
    return used == null ? null : used.launchTemplateId();
  }

  private static @Nullable Long version(@Nullable LaunchTemplateSpecification used) {
    if (used == null || used.version() == null) {
      return null;
    }
    boolean numbered = used.version().chars().allMatch(Character::isDigit);
    return numbered ? Long.valueOf(used.version()) : null;
  }

  private static ScalingActivity activity(Activity activity) {
    return new ScalingActivity(
        activity.activityId(),
        text(activity.description()),
        text(activity.cause()),
        ScalingActivity.outcome(activity.statusCodeAsString()),
        text(activity.statusMessage()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
