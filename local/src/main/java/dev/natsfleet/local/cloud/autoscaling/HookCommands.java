package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.CompleteLifecycleAction;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeLifecycleHooks;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.PutLifecycleHook;
import dev.natsfleet.local.cloud.autoscaling.Member.Waiting;
import dev.natsfleet.local.cloud.error.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Hooks and the actions that wait because of them. */
final class HookCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();
  private static final int MOST = 50;

  private final Groups groups;
  private final Lifecycle lifecycle;

  HookCommands(Groups groups, Lifecycle lifecycle) {
    this.groups = groups;
    this.lifecycle = lifecycle;
  }

  AutoScalingResult put(PutLifecycleHook command) {
    Group group = groups.live(command.group());
    Hook hook = command.hook().hook(group.hooks.get(command.hook().name()));
    if (!group.hooks.containsKey(hook.name()) && group.hooks.size() >= MOST) {
      throw Refusal.of("LimitExceeded", "A group has at most " + MOST + " lifecycle hooks.");
    }
    group.hooks.put(hook.name(), hook);
    return DONE;
  }

  AutoScalingResult describe(DescribeLifecycleHooks command) {
    Group group = groups.get(command.group());
    List<Hook> hooks =
        group.hooks.values().stream()
            .filter(hook -> command.names().isEmpty() || command.names().contains(hook.name()))
            .toList();
    return new AutoScalingResult.Hooks(group.name, hooks);
  }

  AutoScalingResult delete(String groupName, String hook) {
    if (groups.live(groupName).hooks.remove(hook) == null) {
      throw Refusal.validation("No Lifecycle Hook found with name " + hook + ".");
    }
    return DONE;
  }

  private record Held(Group group, Member member, Waiting action) {}

  AutoScalingResult beat(ActionRef ref) {
    Held held = held(ref);
    lifecycle.beat(held.group(), held.member(), held.action());
    return DONE;
  }

  AutoScalingResult complete(CompleteLifecycleAction command) {
    Held held = held(command.action());
    Hook.Result result = HookSpec.result(command.result());
    lifecycle.complete(
        held.group(),
        held.member(),
        held.action(),
        result,
        "Lifecycle Action Completed with " + result + " Result");
    return DONE;
  }

  private Held held(ActionRef ref) {
    if (ref.token() == null && ref.instance() == null) {
      throw Refusal.validation("Either LifecycleActionToken or InstanceId must be specified.");
    }
    Group group = groups.get(ref.group());
    return group.all().stream()
        .filter(member -> ref.instance() == null || member.id().equals(ref.instance()))
        .flatMap(
            member ->
                Stream.ofNullable(member.waiting()).map(action -> new Held(group, member, action)))
        .filter(held -> held.action().hook().name().equals(ref.hook()))
        .filter(held -> ref.token() == null || held.action().token().toString().equals(ref.token()))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.validation(
                    ref.token() == null
                        ? "No active Lifecycle Action found with instance ID " + ref.instance()
                        : "No active Lifecycle Action found with token " + ref.token()));
  }
}
