package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeAutoScalingInstances;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetInstanceHealth;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetInstanceProtection;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.TerminateInstanceInAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult.MemberView;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;

/** Commands for single members of a group. */
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
    List<MemberView> all =
        groups.described().stream()
            .flatMap(group -> group.members().stream().map(m -> new MemberView(group.name(), m)))
            .filter(
                groupMember ->
                    command.instances().isEmpty()
                        || command.instances().contains(groupMember.member().id()))
            .toList();
    return new AutoScalingResult.MemberPage(command.page().cut(all, 50, 50));
  }

  AutoScalingResult terminate(TerminateInstanceInAutoScalingGroup command) {
    Group group = groups.getByInstance(command.instance());
    Member member = Groups.member(group, command.instance());
    if (member.state().isTerminating()) {
      return new AutoScalingResult.StartedActivity(groups.activities().get(member.activity()));
    }
    String shrinking = "";
    if (command.decrement()) {
      Capacity before = group.settings.capacity();
      group.settings = group.settings.withCapacity(before.decrement());
      shrinking =
          ", shrinking the capacity from %d to %d"
              .formatted(before.desired(), before.desired() - 1);
    }
    Activity activity =
        scaler
            .memberLifecycle()
            .terminate(
                group,
                member,
                "At "
                    + world.timestamp()
                    + " instance "
                    + member.id()
                    + " was taken out of service in response to a user request"
                    + shrinking
                    + ".");
    scaler.scheduleEvaluation(group);
    return new AutoScalingResult.StartedActivity(activity);
  }

  AutoScalingResult setHealth(SetInstanceHealth command) {
    Group group = groups.getByInstance(command.instance());
    Member member = Groups.member(group, command.instance());
    boolean healthy = isHealthy(command.health());
    if (healthy || !command.respectGrace() || !isInGracePeriod(group, member)) {
      group.put(member.withHealth(healthy));
      scaler.scheduleEvaluation(group);
    }
    return DONE;
  }

  private static boolean isHealthy(String health) {
    return switch (health) {
      case "Healthy" -> true;
      case "Unhealthy" -> false;
      default ->
          throw CloudException.validation(
              "Valid instance health states are: [Healthy, Unhealthy], not " + health + ".");
    };
  }

  /**
   * Whether the health check grace period, which begins with the entry into service, is not over.
   */
  private boolean isInGracePeriod(Group group, Member member) {
    return member.inService() == null
        || world.now().isBefore(member.inService().plus(group.settings.grace()));
  }

  AutoScalingResult setProtection(SetInstanceProtection command) {
    Group group = groups.getActive(command.group());
    List<Member> members =
        command.instances().stream().map(id -> Groups.member(group, id)).toList();
    for (Member member : members) {
      if (member.state() != MemberState.IN_SERVICE) {
        throw CloudException.validation(
            "The instance " + member.id() + " is not in InService or EnteringStandby or Standby.");
      }
    }
    members.forEach(member -> group.put(member.withProtection(command.scaleInProtected())));
    scaler.scheduleEvaluation(group);
    return DONE;
  }
}
