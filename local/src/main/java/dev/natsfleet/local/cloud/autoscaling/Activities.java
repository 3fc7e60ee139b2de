package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity.Status;
import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The scaling activities of all groups, including deleted ones. */
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

  /** Records an activity that failed at once. */
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
      activities.values().stream()
          .filter(old -> old.status().isFinal())
          .findFirst()
          .ifPresent(old -> activities.remove(old.id()));
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

  /** Changes an activity's status; one that has ended stays unchanged. */
  void update(UUID id, Status status, @Nullable String message) {
    activities.computeIfPresent(
        id,
        (key, activity) ->
            activity.status().isFinal()
                ? activity
                : activity.withStatus(status, message, world.now()));
  }

  /** An activity that has not ended; these are never dropped. */
  Activity get(UUID id) {
    return Objects.requireNonNull(activities.get(id));
  }

  /** Whether the group has an activity that has not ended. */
  boolean hasOpenActivity(String group) {
    return activities.values().stream()
        .anyMatch(activity -> activity.group().equals(group) && !activity.status().isFinal());
  }

  /** Newest first. */
  List<Activity> all() {
    List<Activity> newest = new ArrayList<>(activities.values()).reversed();
    return List.copyOf(newest);
  }
}
