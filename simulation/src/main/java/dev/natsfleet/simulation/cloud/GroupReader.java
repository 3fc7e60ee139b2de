package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.autoscaling.Activity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.Capacity;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupTemplate;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.Hook;
import dev.natsfleet.local.cloud.autoscaling.HookTransition;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchHistory;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.ScalingActivity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the operator's records out of the cloud's. */
final class GroupReader {

  private GroupReader() {}

  static NodeGroup group(GroupView view, AutoScalingResult.Hooks hooks, List<Activity> activities) {
    Capacity capacity = view.settings().capacity();
    Map<String, LifecycleHook> byName = new TreeMap<>();
    hooks.hooks().forEach(hook -> byName.put(hook.name(), hook(hook)));
    Map<String, String> tags = new TreeMap<>();
    view.tags().stream()
        .filter(GroupTag::atLaunch)
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return new NodeGroup(
        tag(view, ResourceTags.OWNER),
        view.status() != null,
        new GroupSize(capacity.min(), capacity.desired(), capacity.max()),
        view.settings().template().id(),
        version(view.settings().template()),
        new LinkedHashSet<>(view.settings().subnets()),
        byName,
        tags,
        view.settings().protectNewInstances(),
        new LinkedHashSet<>(view.suspended()),
        view.members().stream().map(GroupReader::member).toList(),
        failures(activities));
  }

  /** What activities say of the group's launches. */
  static NodeGroup.Failures failures(List<Activity> activities) {
    return LaunchHistory.failures(activities.stream().map(GroupReader::activity).toList());
  }

  private static @Nullable String tag(GroupView view, String key) {
    return view.tags().stream()
        .filter(tag -> tag.key().equals(key))
        .map(GroupTag::value)
        .findFirst()
        .orElse(null);
  }

  private static LifecycleHook hook(Hook hook) {
    return new LifecycleHook(
        hook.name(),
        hook.hookTransition() == HookTransition.LAUNCHING
            ? LifecycleHook.LifecycleTransition.LAUNCHING
            : LifecycleHook.LifecycleTransition.TERMINATING,
        Math.toIntExact(hook.heartbeat().toSeconds()),
        LifecycleHook.Result.valueOf(hook.defaultResult().name()));
  }

  private static GroupMember member(Member member) {
    return new GroupMember(
        member.id(),
        member.zone(),
        LifecycleState.of(member.state().text()),
        member.template().id(),
        version(member.template()));
  }

  private static @Nullable Long version(GroupTemplate template) {
    String version = template.version();
    boolean numbered = version != null && version.chars().allMatch(Character::isDigit);
    return numbered ? Long.valueOf(version) : null;
  }

  private static ScalingActivity activity(Activity activity) {
    String message = activity.message();
    return new ScalingActivity(
        activity.id().toString(),
        activity.description(),
        activity.cause(),
        ScalingActivity.outcome(activity.status().text()),
        message == null ? "" : message);
  }
}
