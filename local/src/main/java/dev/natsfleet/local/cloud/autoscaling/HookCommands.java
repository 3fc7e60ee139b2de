package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.CompleteLifecycleAction;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeLifecycleHooks;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.PutLifecycleHook;
import dev.natsfleet.local.cloud.autoscaling.Member.LifecycleAction;
import dev.natsfleet.local.cloud.error.CloudException;
import java.util.List;
import java.util.stream.Stream;

/** Commands for lifecycle hooks and lifecycle actions. */
final class HookCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();
  private static final int MOST = 50;

  private final Groups groups;
  private final MemberLifecycle lifecycle;

  HookCommands(Groups groups, MemberLifecycle lifecycle) {
    this.groups = groups;
    this.lifecycle = lifecycle;
  }

  AutoScalingResult put(PutLifecycleHook command) {
    Group group = groups.getActive(command.group());
    Hook hook = command.hook().hook(group.hooks.get(command.hook().name()));
    if (!group.hooks.containsKey(hook.name()) && group.hooks.size() >= MOST) {
      throw CloudException.of("LimitExceeded", "A group has at most " + MOST + " lifecycle hooks.");
    }
    group.hooks.put(hook.name(), hook);
    return DONE;
  }

  AutoScalingResult describe(DescribeLifecycleHooks command) {
    GroupView group = groups.describe(command.group());
    List<Hook> hooks =
        group.hooks().stream()
            .filter(hook -> command.names().isEmpty() || command.names().contains(hook.name()))
            .toList();
    return new AutoScalingResult.Hooks(group.name(), hooks);
  }

  AutoScalingResult delete(String groupName, String hook) {
    Group group = groups.getActive(groupName);
    if (group.hooks.remove(hook) == null) {
      throw CloudException.validation("No Lifecycle Hook found with name " + hook + ".");
    }
    lifecycle.onHookDeletion(group, hook);
    return DONE;
  }

  private record PendingAction(Group group, Member member, LifecycleAction action) {}

  AutoScalingResult recordHeartbeat(ActionRef ref) {
    PendingAction pendingAction = findAction(ref);
    lifecycle.recordHeartbeat(
        pendingAction.group(), pendingAction.member(), pendingAction.action());
    return DONE;
  }

  AutoScalingResult complete(CompleteLifecycleAction command) {
    PendingAction pendingAction = findAction(command.action());
    Hook.Result result = HookSpec.result(command.result());
    lifecycle.complete(
        pendingAction.group(),
        pendingAction.member(),
        pendingAction.action(),
        result,
        "Lifecycle Action Completed with " + result + " Result");
    return DONE;
  }

  private PendingAction findAction(ActionRef ref) {
    if (ref.token() == null && ref.instance() == null) {
      throw CloudException.validation(
          "Either LifecycleActionToken or InstanceId must be specified.");
    }
    Group group = groups.get(ref.group());
    return group.members().stream()
        .filter(member -> ref.instance() == null || member.id().equals(ref.instance()))
        .flatMap(
            member ->
                Stream.ofNullable(member.lifecycleAction())
                    .map(action -> new PendingAction(group, member, action)))
        .filter(pendingAction -> lifecycle.isActive(pendingAction.action()))
        .filter(pendingAction -> pendingAction.action().hook().name().equals(ref.hook()))
        .filter(
            pendingAction ->
                ref.token() == null
                    || pendingAction.action().token().toString().equals(ref.token()))
        .findFirst()
        .orElseThrow(
            () ->
                CloudException.validation(
                    ref.token() == null
                        ? "No active Lifecycle Action found with instance ID " + ref.instance()
                        : "No active Lifecycle Action found with token " + ref.token()));
  }
}
