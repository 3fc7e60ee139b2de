package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity.Status;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What groups did, also of groups that are gone. */
final class Activities {

  private static final int KEPT = 2000;

  private final World world;
  private final Map<UUID, Activity> activities = new LinkedHashMap<>();

  Activities(World world) {
    this.world = world;
  }

  Activity launching(String group, Instance instance, String cause) {
    return add(
        group,
        "Launching a new EC2 instance: " + instance.id(),
        cause,
        Status.PRE_IN_SERVICE,
        details(instance));
  }

  Activity terminating(String group, Instance instance, String cause) {
    return add(
        group,
        "Terminating EC2 instance: " + instance.id(),
        cause,
        Status.IN_PROGRESS,
        details(instance));
  }

  /** Something that could not be done at all. */
  void failed(String group, String description, String cause, String message) {
    Activity activity = add(group, description, cause, Status.IN_PROGRESS, "{}");
    update(activity.id(), Status.FAILED, message);
  }

  private Activity add(
      String group, String description, String cause, Status status, String details) {
    Activity activity =
        new Activity(
            world.uuid(), group, description, cause, world.now(), null, status, null, details);
    activities.put(activity.id(), activity);
    if (activities.size() > KEPT) {
      activities.remove(activities.keySet().iterator().next());
    }
    return activity;
  }

  private static String details(Instance instance) {
    return "{\"Subnet ID\":\""
        + instance.subnet().id()
        + "\",\"Availability Zone\":\""
        + instance.zone()
        + "\"}";
  }

  /** Moves an activity on; one that has ended stays as it is. */
  void update(UUID id, Status status, @Nullable String message) {
    activities.computeIfPresent(
        id,
        (key, activity) ->
            activity.status().last() ? activity : activity.to(status, message, world.now()));
  }

  /** Whether the group has an activity that has not ended. */
  boolean busy(String group) {
    return activities.values().stream()
        .anyMatch(activity -> activity.group().equals(group) && !activity.status().last());
  }

  /** Newest first. */
  List<Activity> all() {
    List<Activity> newest = new ArrayList<>(activities.values()).reversed();
    return List.copyOf(newest);
  }
}
