package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeScalingActivities;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.LaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Optional;

/** Auto Scaling as far as a fleet needs it. */
public final class AutoScaling {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private final Groups groups;
  private final Scaler scaler;
  private final GroupCommands groupCommands;
  private final MemberCommands members;
  private final HookCommands hooks;
  private final TagCommands tags;

  public AutoScaling(World world, Machines machines, LaunchTemplates templates) {
    this.groups = new Groups(world);
    this.scaler = new Scaler(world, machines, templates, groups);
    SettingsCheck check = new SettingsCheck(world.catalogue(), templates, machines);
    this.groupCommands = new GroupCommands(world, groups, check, scaler);
    this.members = new MemberCommands(world, groups, scaler);
    this.hooks = new HookCommands(groups, scaler.lifecycle());
    this.tags = new TagCommands(groups);
    machines.listen(this::changed);
  }

  /** Carries a command out. */
  public AutoScalingResult execute(AutoScalingCommand command) {
    return switch (command) {
      case AutoScalingCommand.CreateAutoScalingGroup c -> groupCommands.create(c);
      case AutoScalingCommand.UpdateAutoScalingGroup c -> groupCommands.update(c);
      case AutoScalingCommand.DeleteAutoScalingGroup c -> groupCommands.delete(c);
      case AutoScalingCommand.DescribeAutoScalingGroups c -> groupCommands.describe(c);
      case AutoScalingCommand.SetDesiredCapacity c -> groupCommands.setDesired(c);
      case AutoScalingCommand.DescribeAutoScalingInstances c -> members.describe(c);
      case AutoScalingCommand.TerminateInstanceInAutoScalingGroup c -> members.terminate(c);
      case AutoScalingCommand.SetInstanceHealth c -> members.health(c);
      case AutoScalingCommand.SetInstanceProtection c -> members.protect(c);
      case AutoScalingCommand.PutLifecycleHook c -> hooks.put(c);
      case AutoScalingCommand.DescribeLifecycleHooks c -> hooks.describe(c);
      case AutoScalingCommand.DeleteLifecycleHook c -> hooks.delete(c.group(), c.hook());
      case AutoScalingCommand.RecordLifecycleActionHeartbeat c -> hooks.beat(c.action());
      case AutoScalingCommand.CompleteLifecycleAction c -> hooks.complete(c);
      case AutoScalingCommand.SuspendProcesses c -> suspend(c.group(), c.processes());
      case AutoScalingCommand.ResumeProcesses c -> resume(c.group(), c.processes());
      case DescribeScalingActivities c -> history(c);
      case AutoScalingCommand.CreateOrUpdateTags c -> tags.put(c.tags());
      case AutoScalingCommand.DeleteTags c -> tags.delete(c.tags());
      case AutoScalingCommand.DescribeTags c -> tags.describe(c);
    };
  }

  private AutoScalingResult suspend(String name, List<String> processes) {
    groups.live(name).suspended.addAll(ScalingProcess.named(processes));
    return DONE;
  }

  private AutoScalingResult resume(String name, List<String> processes) {
    Group group = groups.live(name);
    ScalingProcess.named(processes).forEach(group.suspended::remove);
    scaler.wake(group);
    return DONE;
  }

  private AutoScalingResult history(DescribeScalingActivities command) {
    List<Activity> kept =
        groups.activities().all().stream()
            .filter(a -> command.group() == null || a.group().equals(command.group()))
            .filter(a -> command.deleted() || groups.find(a.group()).isPresent())
            .filter(a -> command.ids().isEmpty() || command.ids().contains(a.id().toString()))
            .toList();
    return new AutoScalingResult.History(command.page().cut(kept, 100, 100));
  }

  /** What an instance's metadata service shows as its target lifecycle state. */
  public Optional<String> targetState(String instance) {
    return groups
        .holding(instance)
        .map(group -> Groups.member(group, instance))
        .map(member -> member.state().terminating() ? "Terminated" : "InService");
  }

  /** Zones have come or gone: every group looks at its balance. */
  public void zonesChanged() {
    groups.all().forEach(scaler::wake);
  }

  private void changed(Instance instance) {
    groups.holding(instance.id()).ifPresent(group -> changed(group, instance));
  }

  private void changed(Group group, Instance instance) {
    Member member = Groups.member(group, instance.id());
    if (instance.state() == InstanceState.RUNNING) {
      scaler.lifecycle().running(group, member);
    } else if (instance.state() == InstanceState.TERMINATED) {
      scaler.lifecycle().machineGone(group, member);
    }
    scaler.wake(group);
  }
}
