package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
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

  private static final int NEWEST = 100;
  private static final Duration HOOKS_AGE = Duration.ofSeconds(30);
  private static final Duration ACTIVITIES_AGE = Duration.ofSeconds(3);

  private final AutoScalingClient client;
  private final BatchedReadCache<AutoScalingGroup> groups;
  private final BatchedReadCache<List<LifecycleHook>> hooks;
  private final BatchedReadCache<List<Activity>> activities;

  AsgCache(AutoScalingClient client, LongSupplier nanoTime) {
    this.client = client;
    this.groups =
        new BatchedReadCache<>(
            "autoscaling:DescribeAutoScalingGroups", ReadLimits.MOVING, this::readGroups, nanoTime);
    this.hooks =
        new BatchedReadCache<>(
            "autoscaling:DescribeLifecycleHooks",
            ReadLimits.single(HOOKS_AGE),
            names -> each(names, this::readHooks),
            nanoTime);
    this.activities =
        new BatchedReadCache<>(
            "autoscaling:DescribeScalingActivities",
            ReadLimits.single(ACTIVITIES_AGE),
            names -> each(names, this::readActivities),
            nanoTime);
  }

  /** The group; the answer is at most 1.5 s old and never older than the last write. */
  Optional<NodeGroup> group(String name) {
    return groups.get(name).map(this::complete);
  }

  /** Activity id of the newest launch of the group that failed, or an empty string. */
  String newestFailure(String name) {
    activities.invalidate(name);
    return AsgReader.failures(activities(name)).newest();
  }

  /** Makes the next read of this group a fresh one. */
  void invalidate(String name) {
    groups.invalidate(name);
    hooks.invalidate(name);
    activities.invalidate(name);
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

  private List<Activity> activities(String name) {
    return activities.get(name).orElse(List.of());
  }

  private Map<String, AutoScalingGroup> readGroups(Set<String> names) {
    return client
        .describeAutoScalingGroupsPaginator(
            r -> r.autoScalingGroupNames(names).maxRecords(names.size()))
        .autoScalingGroups()
        .stream()
        .collect(Collectors.toMap(AutoScalingGroup::autoScalingGroupName, Function.identity()));
  }

  private List<LifecycleHook> readHooks(String name) {
    try {
      return client.describeLifecycleHooks(r -> r.autoScalingGroupName(name)).lifecycleHooks();
    } catch (SdkException e) {
      if (AwsErrors.isAbsent(e)) {
        return List.of();
      }
      throw e;
    }
  }

  private List<Activity> readActivities(String name) {
    return client
        .describeScalingActivities(r -> r.autoScalingGroupName(name).maxRecords(NEWEST))
        .activities();
  }

  private static <V> Map<String, V> each(Set<String> names, Function<String, V> read) {
    return names.stream().collect(Collectors.toMap(Function.identity(), read));
  }
}
