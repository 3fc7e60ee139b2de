package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command to Auto Scaling; each record has the name of AWS's action. */
public sealed interface AutoScalingCommand {

  /** Creates a group with its hooks and tags. */
  record CreateAutoScalingGroup(
      String group, GroupChange settings, List<HookSpec> hooks, List<GroupTag> tags)
      implements AutoScalingCommand {}

  /** Changes a group. */
  record UpdateAutoScalingGroup(String group, GroupChange change) implements AutoScalingCommand {}

  /** Deletes an empty group, or with force a group with instances. */
  record DeleteAutoScalingGroup(String group, boolean force) implements AutoScalingCommand {}

  /** Lists groups. */
  record DescribeAutoScalingGroups(
      List<String> groups, boolean instances, List<Filter> filters, PageRequest page)
      implements AutoScalingCommand {}

  /** Lists members of all groups. */
  record DescribeAutoScalingInstances(List<String> instances, PageRequest page)
      implements AutoScalingCommand {}

  /** Changes the desired capacity. */
  record SetDesiredCapacity(String group, int desired, boolean honorCooldown)
      implements AutoScalingCommand {}

  /** Terminates one instance. */
  record TerminateInstanceInAutoScalingGroup(String instance, boolean decrement)
      implements AutoScalingCommand {}

  /** Creates or changes a hook. */
  record PutLifecycleHook(String group, HookSpec hook) implements AutoScalingCommand {}

  /** Lists hooks. */
  record DescribeLifecycleHooks(String group, List<String> names) implements AutoScalingCommand {}

  /** Deletes a hook. */
  record DeleteLifecycleHook(String group, String hook) implements AutoScalingCommand {}

  /** A reference to a lifecycle action, by token or by instance. */
  record ActionRef(String group, String hook, @Nullable String token, @Nullable String instance) {}

  /** Extends the timeout of a lifecycle action. */
  record RecordLifecycleActionHeartbeat(ActionRef action) implements AutoScalingCommand {}

  /** Completes a lifecycle action. */
  record CompleteLifecycleAction(ActionRef action, String result) implements AutoScalingCommand {}

  /** Sets the health of an instance. */
  record SetInstanceHealth(String instance, String health, boolean respectGrace)
      implements AutoScalingCommand {}

  /** Sets or removes scale-in protection of instances. */
  record SetInstanceProtection(String group, List<String> instances, boolean scaleInProtected)
      implements AutoScalingCommand {}

  /** Suspends processes. */
  record SuspendProcesses(String group, List<String> processes) implements AutoScalingCommand {}

  /** Resumes processes. */
  record ResumeProcesses(String group, List<String> processes) implements AutoScalingCommand {}

  /**
   * Lists activities, newest first.
   *
   * @param group null for all
   */
  record DescribeScalingActivities(
      @Nullable String group, List<String> ids, boolean deleted, PageRequest page)
      implements AutoScalingCommand {}

  /** Sets tags. */
  record CreateOrUpdateTags(List<GroupTag> tags) implements AutoScalingCommand {}

  /** Removes tags by their keys. */
  record DeleteTags(List<GroupTag> tags) implements AutoScalingCommand {}

  /** Lists tags of all groups. */
  record DescribeTags(List<Filter> filters, PageRequest page) implements AutoScalingCommand {}
}
