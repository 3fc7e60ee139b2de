package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.CreateAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DeleteAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeAutoScalingGroups;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetDesiredCapacity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.UpdateAutoScalingGroup;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Commands that create, change, list and delete groups. */
final class GroupCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private final World world;
  private final Groups groups;
  private final GroupSettingsValidator check;
  private final Scaler scaler;

  GroupCommands(World world, Groups groups, GroupSettingsValidator check, Scaler scaler) {
    this.world = world;
    this.groups = groups;
    this.check = check;
    this.scaler = scaler;
  }

  AutoScalingResult create(CreateAutoScalingGroup command) {
    GroupSettings settings = check.create(command.settings());
    List<Hook> hooks = command.hooks().stream().map(spec -> spec.hook(null)).toList();
    Group group = groups.add(command.group(), settings);
    hooks.forEach(hook -> group.hooks.put(hook.name(), hook));
    command.tags().forEach(tag -> group.tags.put(tag.key(), tag));
    requested(group, "created an AutoScalingGroup", 0, settings.capacity().desired());
    return DONE;
  }

  AutoScalingResult update(UpdateAutoScalingGroup command) {
    if (groups.find(command.group()).isEmpty()) {
      throw CloudException.validation("AutoScalingGroup name not found - null");
    }
    Group group = groups.getActive(command.group());
    Capacity before = group.settings.capacity();
    group.settings = check.update(group.settings, command.change());
    Capacity now = group.settings.capacity();
    if (!now.equals(before)) {
      String request =
          "update of AutoScalingGroup constraints to min: %d, max: %d, desired: %d"
              .formatted(now.min(), now.max(), now.desired());
      requested(group, request, before.desired(), now.desired());
    }
    scaler.scheduleEvaluation(group);
    return DONE;
  }

  AutoScalingResult setDesired(SetDesiredCapacity command) {
    Group group = groups.getActive(command.group());
    Capacity before = group.settings.capacity();
    Capacity after = before.withDesired(command.desired());
    Instant cool = group.scaled.plus(group.settings.cooldown());
    if (command.honorCooldown() && world.now().isBefore(cool)) {
      throw CloudException.of(
          "ScalingActivityInProgress",
          "Scaling activity is in cooldown until " + cool + " for group " + group.name + ".");
    }
    group.settings = group.settings.withCapacity(after);
    if (!after.equals(before)) {
      requested(group, "explicitly set group desired capacity", before.desired(), after.desired());
    }
    return DONE;
  }

  private void requested(Group group, String request, int from, int to) {
    group.pendingCause =
        "At "
            + world.timestamp()
            + " a user request "
            + request
            + " changing the desired capacity from "
            + from
            + " to "
            + to
            + ".  ";
    group.scaled = world.now();
    group.nextLaunch = world.now();
    group.protectionReported = false;
    scaler.scheduleEvaluation(group);
  }

  AutoScalingResult delete(DeleteAutoScalingGroup command) {
    Group group = groups.get(command.group());
    if (!command.force()) {
      refuseInUse(group);
    }
    group.deleting = true;
    String cause =
        "At " + world.timestamp() + " a user request force deleted the AutoScalingGroup.";
    group.members().stream()
        .filter(member -> member.state() != MemberState.TERMINATING_PROCEED)
        .forEach(member -> scaler.memberLifecycle().terminateWithoutHooks(group, member, cause));
    groups.removeIfEmpty(group);
    return DONE;
  }

  private void refuseInUse(Group group) {
    if (group.members().stream().anyMatch(Member::isCounted)) {
      throw CloudException.of(
          "ResourceInUse",
          "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance"
              + " request(s) still in the group.");
    }
    if (!group.members.isEmpty() || groups.activities().hasOpenActivity(group.name)) {
      throw CloudException.of(
          "ScalingActivityInProgress",
          "You cannot delete an AutoScalingGroup while there are scaling activities in progress for"
              + " that group.");
    }
  }

  AutoScalingResult describe(DescribeAutoScalingGroups command) {
    List<GroupView> views =
        groups.described().stream()
            .filter(view -> command.groups().isEmpty() || command.groups().contains(view.name()))
            .toList();
    Map<String, Function<GroupView, List<String>>> facts =
        Map.of("tag-value", view -> view.tags().stream().map(GroupTag::value).toList());
    List<GroupView> kept = Filter.select(views, command.filters(), facts, GroupCommands::tags);
    return new AutoScalingResult.GroupPage(command.page().cut(kept, 50, 100), command.instances());
  }

  private static Map<String, String> tags(GroupView view) {
    return view.tags().stream().collect(Collectors.toMap(GroupTag::key, GroupTag::value));
  }
}
