package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.query.ResultPage;
import java.util.List;

/** A result of Auto Scaling. */
public sealed interface AutoScalingResult {

  /** Executed; the result is empty. */
  record Done() implements AutoScalingResult {}

  /** Groups. */
  record GroupPage(ResultPage<GroupView> page, boolean instances) implements AutoScalingResult {}

  /** A member with the name of its group. */
  record MemberView(String group, Member member) {}

  /** Members of any group. */
  record MemberPage(ResultPage<MemberView> page) implements AutoScalingResult {}

  /** The activity that a command has started. */
  record StartedActivity(Activity activity) implements AutoScalingResult {}

  /** Hooks of a group. */
  record Hooks(String group, List<Hook> hooks) implements AutoScalingResult {}

  /** Activities. */
  record ScalingActivities(ResultPage<Activity> page) implements AutoScalingResult {}

  /** Tags. */
  record Tags(ResultPage<GroupTag> page) implements AutoScalingResult {}
}
