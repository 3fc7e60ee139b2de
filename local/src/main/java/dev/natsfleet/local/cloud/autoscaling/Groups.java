package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The groups by name, and what they did. */
final class Groups {

  private final World world;
  private final Activities activities;
  private final Map<String, Group> groups = new TreeMap<>();

  Groups(World world) {
    this.world = world;
    this.activities = new Activities(world);
  }

  Activities activities() {
    return activities;
  }

  List<Group> all() {
    return List.copyOf(groups.values());
  }

  Optional<Group> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  Group get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                Refusal.validation(
                    "AutoScalingGroup name not found - AutoScalingGroup: " + name + " not found"));
  }

  /** A group that is not being deleted. */
  Group live(String name) {
    Group group = get(name);
    if (group.deleting) {
      throw Refusal.of(
          "ScalingActivityInProgress",
          "You cannot change an AutoScalingGroup while it is pending delete.");
    }
    return group;
  }

  Optional<Group> holding(String instance) {
    return groups.values().stream()
        .filter(group -> group.members.containsKey(instance))
        .findFirst();
  }

  Group of(String instance) {
    return holding(instance)
        .orElseThrow(
            () ->
                Refusal.validation(
                    "Instance Id not found - No managed instance found for instance ID: "
                        + instance));
  }

  static Member member(Group group, String instance) {
    Member member = group.members.get(instance);
    if (member == null) {
      throw Refusal.validation(
          "The instance " + instance + " is not part of Auto Scaling group " + group.name + ".");
    }
    return member;
  }

  Group add(String name, GroupSettings settings) {
    if (groups.containsKey(name)) {
      throw Refusal.of(
          "AlreadyExists",
          "AutoScalingGroup by this name already exists - A group with the name "
              + name
              + " already exists");
    }
    String arn =
        "arn:aws:autoscaling:%s:%s:autoScalingGroup:%s:autoScalingGroupName/%s"
            .formatted(world.catalogue().region(), world.catalogue().account(), world.uuid(), name);
    Group group = new Group(name, arn, world.now(), settings);
    groups.put(name, group);
    return group;
  }

  void removeIfEmpty(Group group) {
    if (group.members.isEmpty()) {
      groups.remove(group.name);
    }
  }
}
