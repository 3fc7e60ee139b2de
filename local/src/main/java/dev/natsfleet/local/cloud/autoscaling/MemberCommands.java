package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeAutoScalingInstances;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetInstanceHealth;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetInstanceProtection;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.TerminateInstanceInAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult.Located;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;

/** What is asked of single members. */
final class MemberCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private final World world;
  private final Groups groups;
  private final Scaler scaler;

  MemberCommands(World world, Groups groups, Scaler scaler) {
    this.world = world;
    this.groups = groups;
    this.scaler = scaler;
  }

  AutoScalingResult describe(DescribeAutoScalingInstances command) {
    List<Located> all =
        groups.all().stream()
            .flatMap(group -> group.all().stream().map(m -> new Located(group.name, m)))
            .filter(
                located ->
                    command.instances().isEmpty()
                        || command.instances().contains(located.member().id()))
            .toList();
    return new AutoScalingResult.Instances(command.page().cut(all, 50, 50));
  }

  AutoScalingResult terminate(TerminateInstanceInAutoScalingGroup command) {
    Group group = groups.of(command.instance());
    Member member = Groups.member(group, command.instance());
    if (member.state().terminating()) {
      throw Refusal.of(
          "ScalingActivityInProgress",
          "The instance " + member.id() + " is already being terminated.");
    }
    String shrinking = "";
    if (command.decrement()) {
      Capacity before = group.settings.capacity();
      group.settings = group.settings.with(before.decrement());
      shrinking =
          ", shrinking the capacity from %d to %d"
              .formatted(before.desired(), before.desired() - 1);
    }
    Activity activity =
        scaler
            .lifecycle()
            .terminate(
                group,
                member,
                "At "
                    + world.stamp()
                    + " instance "
                    + member.id()
                    + " was taken out of service in response to a user request"
                    + shrinking
                    + ".");
    scaler.wake(group);
    return new AutoScalingResult.Begun(activity);
  }

  AutoScalingResult health(SetInstanceHealth command) {
    Group group = groups.of(command.instance());
    Member member = Groups.member(group, command.instance());
    boolean healthy = healthy(command.health());
    if (healthy || !command.respectGrace() || !inGrace(group, member)) {
      group.put(member.health(healthy));
      scaler.wake(group);
    }
    return DONE;
  }

  private static boolean healthy(String health) {
    return switch (health) {
      case "Healthy" -> true;
      case "Unhealthy" -> false;
      default ->
          throw Refusal.validation(
              "Valid instance health states are: [Healthy, Unhealthy], not " + health + ".");
    };
  }

  /** The grace period begins when the instance is in service. */
  private boolean inGrace(Group group, Member member) {
    return member.inService() == null
        || world.now().isBefore(member.inService().plus(group.settings.grace()));
  }

  AutoScalingResult protect(SetInstanceProtection command) {
    Group group = groups.live(command.group());
    List<Member> members =
        command.instances().stream().map(id -> Groups.member(group, id)).toList();
    for (Member member : members) {
      if (member.state() != LifecycleState.IN_SERVICE) {
        throw Refusal.validation(
            "The instance " + member.id() + " is not in InService or EnteringStandby or Standby.");
      }
    }
    members.forEach(member -> group.put(member.shield(command.shielded())));
    scaler.wake(group);
    return DONE;
  }
}
