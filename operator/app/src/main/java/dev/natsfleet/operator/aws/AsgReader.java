package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.Lifecycle;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.settings.Tags;
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
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.autoscaling.model.SuspendedProcess;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Turns the answers of EC2 Auto Scaling into the operator's own records. */
final class AsgReader {

  private static final Set<ScalingActivityStatusCode> FAILED =
      Set.of(ScalingActivityStatusCode.FAILED, ScalingActivityStatusCode.CANCELLED);

  private AsgReader() {}

  /** A group, with its hooks and newest activities, which come by calls of their own. */
  static Group group(AutoScalingGroup group, List<LifecycleHook> hooks, List<Activity> newest) {
    String name = group.autoScalingGroupName();
    return new Group(
        owner(group.tags()),
        group.status() != null,
        new Size(group.minSize(), group.desiredCapacity(), group.maxSize()),
        version(name, group.launchTemplate()),
        subnets(group.vpcZoneIdentifier()),
        hooks.stream().collect(Collectors.toMap(LifecycleHook::lifecycleHookName, AsgReader::hook)),
        tags(group.tags()),
        Boolean.TRUE.equals(group.newInstancesProtectedFromScaleIn()),
        group.suspendedProcesses().stream()
            .map(SuspendedProcess::processName)
            .collect(Collectors.toSet()),
        group.instances().stream().map(i -> member(name, i)).toList(),
        failures(newest));
  }

  private static @Nullable String owner(List<TagDescription> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equals(Tags.OWNER))
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

  private static Hook hook(LifecycleHook hook) {
    return new Hook(
        hook.lifecycleHookName(),
        hook.lifecycleTransition().endsWith("LAUNCHING")
            ? Hook.Transition.LAUNCHING
            : Hook.Transition.TERMINATING,
        hook.heartbeatTimeout(),
        Hook.Result.valueOf(hook.defaultResult()));
  }

  private static Member member(String group, Instance instance) {
    return new Member(
        instance.instanceId(),
        instance.availabilityZone(),
        Lifecycle.of(instance.lifecycleStateAsString()),
        "HEALTHY".equalsIgnoreCase(instance.healthStatus()),
        version(group, instance.launchTemplate()));
  }

  private static @Nullable Long version(String group, @Nullable LaunchTemplateSpecification used) {
    if (used == null || !group.equals(used.launchTemplateName()) || used.version() == null) {
      return null;
    }
    boolean numbered = used.version().chars().allMatch(Character::isDigit);
    return numbered ? Long.valueOf(used.version()) : null;
  }

  private static Group.Failures failures(List<Activity> newestFirst) {
    List<Activity> failed =
        newestFirst.stream()
            .filter(a -> a.description() != null && a.description().startsWith("Launching"))
            .filter(a -> isOver(a.statusCode()))
            .takeWhile(a -> FAILED.contains(a.statusCode()))
            .toList();
    return failed.isEmpty()
        ? Group.Failures.NONE
        : new Group.Failures(
            failed.stream().map(Activity::activityId).toList(), text(failed.getFirst()));
  }

  private static boolean isOver(ScalingActivityStatusCode code) {
    return code == ScalingActivityStatusCode.SUCCESSFUL || FAILED.contains(code);
  }

  private static String text(Activity activity) {
    return activity.statusMessage() == null ? "" : activity.statusMessage();
  }
}
