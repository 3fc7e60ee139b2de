package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity.Status;
import dev.natsfleet.local.cloud.autoscaling.Hook.Result;
import dev.natsfleet.local.cloud.autoscaling.Member.LifecycleAction;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Moves members through their lifecycle: Pending → (Pending:Wait → Pending:Proceed →) InService →
 * (Terminating:Wait →) Terminating:Proceed → removed. When a member has left or entered service,
 * the group is scheduled for an evaluation.
 */
final class MemberLifecycle {

  private final World world;
  private final InstanceStore instanceStore;
  private final Activities activities;
  private final Consumer<Group> scheduleEvaluation;

  MemberLifecycle(
      World world, InstanceStore instanceStore, Activities activities, Consumer<Group> wake) {
    this.world = world;
    this.instanceStore = instanceStore;
    this.activities = activities;
    this.scheduleEvaluation = wake;
  }

  /** The machine runs: starts the launch hooks. */
  void onRunning(Group group, Member member) {
    if (member.state() == MemberState.PENDING) {
      nextHook(group, member, HookTransition.LAUNCHING);
    }
  }

  /** Terminates a member, with terminate hooks if its machine is running. */
  Activity terminate(Group group, Member member, String cause) {
    activities.update(member.activity(), Status.CANCELLED, "The instance was terminated.");
    Activity activity = activities.terminating(group.name, member.instance(), cause);
    Member leaving = member.leaveWith(activity.id());
    group.put(leaving);
    if (state(member).isUp() || isHeldWhenGone()) {
      nextHook(group, leaving, HookTransition.TERMINATING);
    } else {
      proceed(group, leaving, HookTransition.TERMINATING);
    }
    return activity;
  }

  /** Terminates a member at once, without hooks. */
  void terminateWithoutHooks(Group group, Member member, String cause) {
    activities.update(member.activity(), Status.CANCELLED, "The instance was terminated.");
    Activity activity = activities.terminating(group.name, member.instance(), cause);
    proceed(group, member.leaveWith(activity.id()), HookTransition.TERMINATING);
  }

  /** The machine has ended: removes the member, or ends its wait for a hook. */
  void onMachineEnd(Group group, Member member) {
    if (member.state() == MemberState.TERMINATING_PROCEED) {
      activities.update(member.activity(), Status.SUCCESSFUL, null);
      group.members.remove(member.id());
      scheduleEvaluation.accept(group);
    } else if (member.state() == MemberState.TERMINATING_WAIT && !isHeldWhenGone()) {
      proceed(group, member, HookTransition.TERMINATING);
    }
  }

  private boolean isHeldWhenGone() {
    return world.delays().realism().goneMembersHeld();
  }

  /**
   * A hook was deleted: the actions that wait for it end, those of a launch with ABANDON and those
   * of a termination with CONTINUE (ASG API, DeleteLifecycleHook).
   */
  void onHookDeletion(Group group, String hook) {
    for (Member member : group.members()) {
      LifecycleAction action = member.lifecycleAction();
      if (action != null && action.hook().name().equals(hook)) {
        boolean launching = action.hook().hookTransition() == HookTransition.LAUNCHING;
        Result result = launching ? Result.ABANDON : Result.CONTINUE;
        complete(group, member, action, result, "Lifecycle Hook was deleted");
      }
    }
  }

  /** Whether an action can be completed already. */
  boolean isActive(LifecycleAction action) {
    return !action.activeFrom().isAfter(world.now());
  }

  /** Completes the lifecycle action that a member waits for. */
  void complete(Group group, Member member, LifecycleAction action, Result result, String why) {
    HookTransition hookTransition = action.hook().hookTransition();
    if (result == Result.CONTINUE) {
      nextHook(group, member.withCompletedHook(action.hook()), hookTransition);
    } else if (hookTransition == HookTransition.TERMINATING) {
      proceed(group, member, hookTransition);
    } else {
      abandon(group, member, action, why);
    }
  }

  private void abandon(Group group, Member member, LifecycleAction action, String why) {
    activities.update(
        member.activity(),
        Status.CANCELLED,
        "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token "
            + action.token()
            + " was abandoned: "
            + why);
    delayNextLaunch(group);
    terminateWithoutHooks(
        group,
        member,
        "At "
            + world.timestamp()
            + " an instance was taken out of service in response to a lifecycle action that was"
            + " abandoned.");
    scheduleEvaluation.accept(group);
  }

  /** Counts a failed launch and delays the next one. */
  void delayNextLaunch(Group group) {
    Duration slow = world.delays().slowdown().multipliedBy(1L << Math.min(group.failures, 16));
    Duration slowest = world.delays().slowest();
    group.failures++;
    group.nextLaunch = world.now().plus(slow.compareTo(slowest) < 0 ? slow : slowest);
  }

  /** Restarts the timeout of an action. */
  void recordHeartbeat(Group group, Member member, LifecycleAction action) {
    awaitCompletion(group, member, action.withHeartbeat(world.now()));
  }

  private void nextHook(Group group, Member member, HookTransition hookTransition) {
    Optional<Hook> next =
        group
            .hooks(hookTransition)
            .filter(h -> !member.completedHooks().contains(h.name()))
            .findFirst();
    next.ifPresentOrElse(
        hook -> startHook(group, member, hook), () -> proceed(group, member, hookTransition));
  }

  private void startHook(Group group, Member member, Hook hook) {
    activities.update(member.activity(), Status.MID_LIFECYCLE_ACTION, null);
    awaitCompletion(
        group,
        member,
        new LifecycleAction(
            hook,
            world.uuid(),
            world.now().plus(world.delayUpTo(world.delays().realism().activation())),
            world.now().plus(hook.heartbeat()),
            world.now().plus(hook.globalTimeout())));
  }

  private void awaitCompletion(Group group, Member member, LifecycleAction action) {
    group.put(member.waitingFor(action));
    world.after(
        Duration.between(world.now(), action.until()),
        () -> onTimeout(group, member.id(), action.token()));
  }

  private void onTimeout(Group group, String id, UUID token) {
    Member member = group.members.get(id);
    if (member == null || member.lifecycleAction() == null) {
      return;
    }
    LifecycleAction action = member.lifecycleAction();
    if (action.token().equals(token) && !action.until().isAfter(world.now())) {
      complete(group, member, action, action.hook().defaultResult(), "Heartbeat Timeout");
    }
  }

  private void proceed(Group group, Member member, HookTransition hookTransition) {
    boolean launching = hookTransition == HookTransition.LAUNCHING;
    Member next =
        member.withState(launching ? MemberState.PENDING_PROCEED : MemberState.TERMINATING_PROCEED);
    group.put(next);
    world.after(
        world.delays().proceed(),
        () -> {
          if (next.equals(group.members.get(next.id()))) {
            finishTransition(group, next);
          }
        });
  }

  private void finishTransition(Group group, Member member) {
    if (member.state() == MemberState.PENDING_PROCEED) {
      group.put(member.enterService(world.now(), group.settings.protectNewInstances()));
      group.failures = 0;
      activities.update(member.activity(), Status.SUCCESSFUL, null);
      scheduleEvaluation.accept(group);
    } else if (state(member) == InstanceState.TERMINATED) {
      onMachineEnd(group, member);
    } else {
      instanceStore.terminate(member.id(), Instance.StateReason.USER);
    }
  }

  private InstanceState state(Member member) {
    return instanceStore.find(member.id()).map(Instance::state).orElse(InstanceState.TERMINATED);
  }
}
