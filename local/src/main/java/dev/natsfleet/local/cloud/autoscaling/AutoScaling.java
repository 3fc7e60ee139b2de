package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeScalingActivities;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceState;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.ec2.TemplateStore;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Optional;

/** The emulated Auto Scaling service, with the actions that a fleet needs. */
public final class AutoScaling {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private final Groups groups;
  private final Scaler scaler;
  private final GroupCommands groupCommands;
  private final MemberCommands members;
  private final HookCommands hooks;
  private final GroupTagCommands tags;

  public AutoScaling(World world, InstanceStore instanceStore, TemplateStore templates) {
    this.groups = new Groups(world);
    this.scaler = new Scaler(world, instanceStore, templates, groups);
    GroupSettingsValidator check =
        new GroupSettingsValidator(world.catalogue(), templates, instanceStore);
    this.groupCommands = new GroupCommands(world, groups, check, scaler);
    this.members = new MemberCommands(world, groups, scaler);
    this.hooks = new HookCommands(groups, scaler.memberLifecycle());
    this.tags = new GroupTagCommands(groups);
    instanceStore.addListener(this::onInstanceChange);
  }

  /** Executes a command. */
  public AutoScalingResult execute(AutoScalingCommand command) {
    return switch (command) {
      case AutoScalingCommand.CreateAutoScalingGroup c -> groupCommands.create(c);
      case AutoScalingCommand.UpdateAutoScalingGroup c -> groupCommands.update(c);
      case AutoScalingCommand.DeleteAutoScalingGroup c -> groupCommands.delete(c);
      case AutoScalingCommand.DescribeAutoScalingGroups c -> groupCommands.describe(c);
      case AutoScalingCommand.SetDesiredCapacity c -> groupCommands.setDesired(c);
      case AutoScalingCommand.DescribeAutoScalingInstances c -> members.describe(c);
      case AutoScalingCommand.TerminateInstanceInAutoScalingGroup c -> members.terminate(c);
      case AutoScalingCommand.SetInstanceHealth c -> members.setHealth(c);
      case AutoScalingCommand.SetInstanceProtection c -> members.setProtection(c);
      case AutoScalingCommand.PutLifecycleHook c -> hooks.put(c);
      case AutoScalingCommand.DescribeLifecycleHooks c -> hooks.describe(c);
      case AutoScalingCommand.DeleteLifecycleHook c -> hooks.delete(c.group(), c.hook());
      case AutoScalingCommand.RecordLifecycleActionHeartbeat c -> hooks.recordHeartbeat(c.action());
      case AutoScalingCommand.CompleteLifecycleAction c -> hooks.complete(c);
      case AutoScalingCommand.SuspendProcesses c -> suspend(c.group(), c.processes());
      case AutoScalingCommand.ResumeProcesses c -> resume(c.group(), c.processes());
      case DescribeScalingActivities c -> activities(c);
      case AutoScalingCommand.CreateOrUpdateTags c -> tags.put(c.tags());
      case AutoScalingCommand.DeleteTags c -> tags.delete(c.tags());
      case AutoScalingCommand.DescribeTags c -> tags.describe(c);
    };
  }

  private AutoScalingResult suspend(String name, List<String> processes) {
    groups.getActive(name).suspended.addAll(ScalingProcess.named(processes));
    return DONE;
  }

  private AutoScalingResult resume(String name, List<String> processes) {
    Group group = groups.getActive(name);
    ScalingProcess.named(processes).forEach(group.suspended::remove);
    scaler.scheduleEvaluation(group);
    return DONE;
  }

  private AutoScalingResult activities(DescribeScalingActivities command) {
    List<Activity> kept =
        groups.activities().all().stream()
            .filter(a -> command.group() == null || a.group().equals(command.group()))
            .filter(a -> command.deleted() || groups.find(a.group()).isPresent())
            .filter(a -> command.ids().isEmpty() || command.ids().contains(a.id().toString()))
            .toList();
    return new AutoScalingResult.ScalingActivities(command.page().cut(kept, 100, 100));
  }

  /** The target lifecycle state that an instance's metadata service shows. */
  public Optional<String> targetState(String instance) {
    return groups
        .findByInstance(instance)
        .map(group -> Groups.member(group, instance))
        .map(member -> member.state().isTerminating() ? "Terminated" : "InService");
  }

  /** Reports that a zone lost or regained its power; every group is evaluated again. */
  public void onZoneChange() {
    groups.all().forEach(scaler::scheduleEvaluation);
  }

  private void onInstanceChange(Instance instance) {
    groups.findByInstance(instance.id()).ifPresent(group -> onInstanceChange(group, instance));
  }

  private void onInstanceChange(Group group, Instance instance) {
    Member member = Groups.member(group, instance.id());
    if (instance.state() == InstanceState.RUNNING) {
      scaler.memberLifecycle().onRunning(group, member);
    } else if (instance.state() == InstanceState.TERMINATED) {
      scaler.memberLifecycle().onMachineEnd(group, member);
    }
    scaler.scheduleEvaluation(group);
  }
}
