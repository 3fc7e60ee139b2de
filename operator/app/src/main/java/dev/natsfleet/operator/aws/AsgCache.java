package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;

/**
 * All groups of the Region that the operator looks after, read together: {@code
 * DescribeAutoScalingGroups} takes a hundred names at once. Hooks and activities have no batched
 * call; hooks are read again after a write or half a minute, activities only while a group is short
 * of members in service.
 */
final class AsgCache {

  private static final int PAGE = 100;
  private static final Duration GROUPS_AGE = Duration.ofMillis(1_500);
  private static final Duration HOOKS_AGE = Duration.ofSeconds(30);

  private final AutoScalingClient client;
  private final BatchedReadCache<AutoScalingGroup> groups;
  private final BatchedReadCache<List<LifecycleHook>> hooks;

  AsgCache(AutoScalingClient client, LongSupplier nanoTime) {
    this.client = client;
    this.groups = new BatchedReadCache<>(this::readGroups, GROUPS_AGE, nanoTime);
    this.hooks = new BatchedReadCache<>(this::readHooks, HOOKS_AGE, nanoTime);
  }

  /** The group; the answer is at most 1.5 s old and never older than the last write. */
  Optional<NodeGroup> group(String name) {
    return groups.get(name).map(this::complete);
  }

  /** Activity id of the newest launch of the group that failed, or an empty string. */
  String newestFailure(String name) {
    return AsgReader.failures(activities(name)).newest();
  }

  /** Makes the next read of every group a fresh one. */
  void invalidate() {
    groups.invalidate();
    hooks.invalidate();
  }

  private NodeGroup complete(AutoScalingGroup group) {
    String name = group.autoScalingGroupName();
    long serving =
        group.instances().stream()
            .filter(i -> i.lifecycleState() == LifecycleState.IN_SERVICE)
            .count();
    boolean shortOfMembers = serving < group.desiredCapacity();
    return AsgReader.group(
        group, hooks.get(name).orElse(List.of()), shortOfMembers ? activities(name) : List.of());
  }

  private Map<String, AutoScalingGroup> readGroups(Set<String> names) {
    Map<String, AutoScalingGroup> found = new HashMap<>();
    List<String> all = new ArrayList<>(names);
    for (int from = 0; from < all.size(); from += PAGE) {
      List<String> batch = all.subList(from, Math.min(all.size(), from + PAGE));
      read(
              "DescribeAutoScalingGroups",
              String.join(", ", batch),
              () ->
                  client
                      .describeAutoScalingGroupsPaginator(
                          r -> r.autoScalingGroupNames(batch).maxRecords(PAGE))
                      .autoScalingGroups()
                      .stream()
                      .toList())
          .forEach(group -> found.put(group.autoScalingGroupName(), group));
    }
    return found;
  }

  private Map<String, List<LifecycleHook>> readHooks(Set<String> names) {
    Map<String, List<LifecycleHook>> found = new HashMap<>();
    for (String name : names) {
      found.put(name, read("DescribeLifecycleHooks", name, () -> hooksOf(name)));
    }
    return found;
  }

  private List<LifecycleHook> hooksOf(String name) {
    try {
      return client.describeLifecycleHooks(r -> r.autoScalingGroupName(name)).lifecycleHooks();
    } catch (SdkException e) {
      if (AwsErrors.isAbsent(e)) {
        return List.of();
      }
      throw e;
    }
  }

  private List<Activity> activities(String name) {
    return read(
        "DescribeScalingActivities",
        name,
        () ->
            client
                .describeScalingActivities(r -> r.autoScalingGroupName(name).maxRecords(PAGE))
                .activities());
  }

  private static <T> T read(String operation, String thing, Supplier<T> work) {
    return AwsErrors.call("autoscaling:" + operation, thing, work);
  }
}
