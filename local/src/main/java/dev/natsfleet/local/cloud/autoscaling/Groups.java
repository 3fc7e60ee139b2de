package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.PropagatedView;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The groups by name, and their activities. */
final class Groups {

  private final World world;
  private final Activities activities;
  private final Map<String, Group> groups = new TreeMap<>();
  private final PropagatedView<GroupView> described;

  Groups(World world) {
    this.world = world;
    this.activities = new Activities(world);
    this.described = world.view(this::views);
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
    return find(name).orElseThrow(() -> missing(name));
  }

  private static CloudException missing(String name) {
    return CloudException.validation(
        "AutoScalingGroup name not found - AutoScalingGroup: " + name + " not found");
  }

  private Map<String, GroupView> views() {
    Map<String, GroupView> views = new TreeMap<>();
    groups.values().forEach(group -> views.put(group.name, group.describe(zones(group))));
    return views;
  }

  private List<String> zones(Group group) {
    return group.settings.subnets().stream()
        .flatMap(id -> world.catalogue().subnet(id).stream())
        .map(Subnet::zone)
        .distinct()
        .sorted()
        .toList();
  }

  /** The groups as describe calls show them. */
  List<GroupView> described() {
    return List.copyOf(described.read().values());
  }

  /** The group as describe calls show it; refuses if they do not show it (yet). */
  GroupView describe(String name) {
    return described.find(name).orElseThrow(() -> missing(name));
  }

  /** The group of this name; refuses if it does not exist or is being deleted. */
  Group getActive(String name) {
    Group group = get(name);
    if (group.deleting) {
      throw CloudException.validation(
          "The AutoScaling group may not be modified while it is pending delete.");
    }
    return group;
  }

  Optional<Group> findByInstance(String instance) {
    return groups.values().stream()
        .filter(group -> group.members.containsKey(instance))
        .findFirst();
  }

  Group getByInstance(String instance) {
    return findByInstance(instance)
        .orElseThrow(
            () ->
                CloudException.validation(
                    "Instance Id not found - No managed instance found for instance ID: "
                        + instance));
  }

  static Member member(Group group, String instance) {
    Member member = group.members.get(instance);
    if (member == null) {
      throw CloudException.validation(
          "The instance " + instance + " is not part of Auto Scaling group " + group.name + ".");
    }
    return member;
  }

  Group add(String name, GroupSettings settings) {
    if (groups.containsKey(name)) {
      throw CloudException.of(
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
