package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity.Status;
import dev.natsfleet.local.cloud.autoscaling.Hook.Result;
import dev.natsfleet.local.cloud.autoscaling.Member.Waiting;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How a member moves: Pending → (Pending:Wait → Pending:Proceed →) InService → (Terminating:Wait →)
 * Terminating:Proceed → gone. What leaves a group is told to the {@code wake} given.
 */
final class Lifecycle {

  private final World world;
  private final Machines machines;
  private final Activities activities;
  private final Consumer<Group> wake;

  Lifecycle(World world, Machines machines, Activities activities, Consumer<Group> wake) {
    this.world = world;
    this.machines = machines;
    this.activities = activities;
    this.wake = wake;
  }

  /** The machine runs: hooks may hold it. */
  void running(Group group, Member member) {
    if (member.state() == LifecycleState.PENDING) {
      advance(group, member, Transition.LAUNCHING);
    }
  }

  /** Sends a member out, through its hooks as long as the machine is there. */
  Activity terminate(Group group, Member member, String cause) {
    activities.update(member.activity(), Status.CANCELLED, "The instance was terminated.");
    Activity activity = activities.terminating(group.name, member.instance(), cause);
    Member leaving = member.leaving(activity.id());
    group.put(leaving);
    if (state(member).up()) {
      advance(group, leaving, Transition.TERMINATING);
    } else {
      proceed(group, leaving, Transition.TERMINATING);
    }
    return activity;
  }

  /** Sends a member out at once, without hooks. */
  void drop(Group group, Member member, String cause) {
    activities.update(member.activity(), Status.CANCELLED, "The instance was terminated.");
    Activity activity = activities.terminating(group.name, member.instance(), cause);
    proceed(group, member.leaving(activity.id()), Transition.TERMINATING);
  }

  /** The machine has gone: nobody is left to wait for. */
  void machineGone(Group group, Member member) {
    if (member.state() == LifecycleState.TERMINATING_PROCEED) {
      activities.update(member.activity(), Status.SUCCESSFUL, null);
      group.members.remove(member.id());
      wake.accept(group);
    } else if (member.state() == LifecycleState.TERMINATING_WAIT) {
      proceed(group, member, Transition.TERMINATING);
    }
  }

  /** Ends the action that a member waits for. */
  void complete(Group group, Member member, Waiting action, Result result, String why) {
    Transition transition = action.hook().transition();
    if (result == Result.CONTINUE) {
      advance(group, member.past(action.hook()), transition);
    } else if (transition == Transition.TERMINATING) {
      proceed(group, member, transition);
    } else {
      abandon(group, member, action, why);
    }
  }

  private void abandon(Group group, Member member, Waiting action, String why) {
    activities.update(
        member.activity(),
        Status.CANCELLED,
        "Instance failed to complete user's Lifecycle Action: Lifecycle Action with token "
            + action.token()
            + " was abandoned: "
            + why);
    launchFailed(group);
    drop(
        group,
        member,
        "At "
            + world.stamp()
            + " an instance was taken out of service in response to a lifecycle action that was"
            + " abandoned.");
    wake.accept(group);
  }

  /** Counts a failure, so that the next launch comes later. */
  void launchFailed(Group group) {
    Duration slow = world.timing().slowdown().multipliedBy(1L << Math.min(group.failures, 16));
    Duration slowest = world.timing().slowest();
    group.failures++;
    group.nextLaunch = world.now().plus(slow.compareTo(slowest) < 0 ? slow : slowest);
  }

  /** Keeps an action waiting from now on. */
  void beat(Group group, Member member, Waiting action) {
    hold(group, member, action.beat(world.now()));
  }

  private void advance(Group group, Member member, Transition transition) {
    Optional<Hook> next =
        group.hooks(transition).filter(h -> !member.passed().contains(h.name())).findFirst();
    next.ifPresentOrElse(
        hook -> begin(group, member, hook), () -> proceed(group, member, transition));
  }

  private void begin(Group group, Member member, Hook hook) {
    activities.update(member.activity(), Status.MID_LIFECYCLE_ACTION, null);
    hold(
        group,
        member,
        new Waiting(
            hook,
            world.uuid(),
            world.now().plus(hook.heartbeat()),
            world.now().plus(hook.globalTimeout())));
  }

  private void hold(Group group, Member member, Waiting action) {
    group.put(member.held(action));
    world.after(
        Duration.between(world.now(), action.until()),
        () -> expire(group, member.id(), action.token()));
  }

  private void expire(Group group, String id, UUID token) {
    Member member = group.members.get(id);
    if (member == null || member.waiting() == null) {
      return;
    }
    Waiting action = member.waiting();
    if (action.token().equals(token) && !action.until().isAfter(world.now())) {
      complete(group, member, action, action.hook().defaultResult(), "Heartbeat Timeout");
    }
  }

  private void proceed(Group group, Member member, Transition transition) {
    boolean launching = transition == Transition.LAUNCHING;
    Member next =
        member.to(launching ? LifecycleState.PENDING_PROCEED : LifecycleState.TERMINATING_PROCEED);
    group.put(next);
    world.after(
        world.timing().proceed(),
        () -> {
          if (next.equals(group.members.get(next.id()))) {
            arrive(group, next);
          }
        });
  }

  private void arrive(Group group, Member member) {
    if (member.state() == LifecycleState.PENDING_PROCEED) {
      group.put(member.serving(world.now(), group.settings.shieldNew()));
      group.failures = 0;
      activities.update(member.activity(), Status.SUCCESSFUL, null);
      wake.accept(group);
    } else if (state(member) == InstanceState.TERMINATED) {
      machineGone(group, member);
    } else {
      machines.terminate(member.id(), Instance.Reason.USER);
    }
  }

  private InstanceState state(Member member) {
    return machines.find(member.id()).map(Instance::state).orElse(InstanceState.TERMINATED);
  }
}
