package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.CreateAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DeleteAutoScalingGroup;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.DescribeAutoScalingGroups;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.SetDesiredCapacity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.UpdateAutoScalingGroup;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes, changes, lists and deletes groups. */
final class GroupCommands {

  private static final AutoScalingResult DONE = new AutoScalingResult.Done();

  private final World world;
  private final Groups groups;
  private final SettingsCheck check;
  private final Scaler scaler;

  GroupCommands(World world, Groups groups, SettingsCheck check, Scaler scaler) {
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
    Group group = groups.live(command.group());
    Capacity before = group.settings.capacity();
    group.settings = check.update(group.settings, command.change());
    Capacity now = group.settings.capacity();
    if (!now.equals(before)) {
      String request =
          "update of AutoScalingGroup constraints to min: %d, max: %d, desired: %d"
              .formatted(now.min(), now.max(), now.desired());
      requested(group, request, before.desired(), now.desired());
    }
    scaler.wake(group);
    return DONE;
  }

  AutoScalingResult setDesired(SetDesiredCapacity command) {
    Group group = groups.live(command.group());
    Capacity before = group.settings.capacity();
    Capacity after = before.desire(command.desired());
    Instant cool = group.scaled.plus(group.settings.cooldown());
    if (command.honorCooldown() && world.now().isBefore(cool)) {
      throw Refusal.of(
          "ScalingActivityInProgress",
          "Scaling activity is in cooldown until " + cool + " for group " + group.name + ".");
    }
    group.settings = group.settings.with(after);
    if (!after.equals(before)) {
      requested(group, "explicitly set group desired capacity", before.desired(), after.desired());
    }
    return DONE;
  }

  private void requested(Group group, String request, int from, int to) {
    group.request =
        "At "
            + world.stamp()
            + " a user request "
            + request
            + " changing the desired capacity from "
            + from
            + " to "
            + to
            + ".  ";
    group.scaled = world.now();
    group.nextLaunch = world.now();
    group.complained = false;
    scaler.wake(group);
  }

  AutoScalingResult delete(DeleteAutoScalingGroup command) {
    Group group = groups.get(command.group());
    if (!command.force()) {
      refuseInUse(group);
    }
    group.deleting = true;
    String cause = "At " + world.stamp() + " a user request force deleted the AutoScalingGroup.";
    group.all().stream()
        .filter(member -> member.state() != LifecycleState.TERMINATING_PROCEED)
        .forEach(member -> scaler.lifecycle().drop(group, member, cause));
    groups.removeIfEmpty(group);
    return DONE;
  }

  private void refuseInUse(Group group) {
    if (group.all().stream().anyMatch(Member::counted)) {
      throw Refusal.of(
          "ResourceInUse",
          "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance"
              + " request(s) still in the group.");
    }
    if (!group.members.isEmpty() || groups.activities().busy(group.name)) {
      throw Refusal.of(
          "ScalingActivityInProgress",
          "You cannot delete an AutoScalingGroup while there are scaling activities in progress for"
              + " that group.");
    }
  }

  AutoScalingResult describe(DescribeAutoScalingGroups command) {
    List<GroupView> views =
        groups.all().stream()
            .filter(group -> command.groups().isEmpty() || command.groups().contains(group.name))
            .map(group -> group.view(zones(group)))
            .toList();
    Map<String, Function<GroupView, List<String>>> facts =
        Map.of("tag-value", view -> view.tags().stream().map(GroupTag::value).toList());
    List<GroupView> kept = Filter.keep(views, command.filters(), facts, GroupCommands::tags);
    return new AutoScalingResult.Groups(command.page().cut(kept, 50, 100), command.instances());
  }

  private static Map<String, String> tags(GroupView view) {
    return view.tags().stream().collect(Collectors.toMap(GroupTag::key, GroupTag::value));
  }

  private List<String> zones(Group group) {
    return group.settings.subnets().stream()
        .flatMap(id -> world.catalogue().subnet(id).stream())
        .map(Subnet::zone)
        .distinct()
        .sorted()
        .toList();
  }
}
