package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.query.Page;
import java.util.List;

/** What Auto Scaling answers. */
public sealed interface AutoScalingResult {

  /** Carried out; there is nothing to say. */
  record Done() implements AutoScalingResult {}

  /** Groups. */
  record Groups(Page<GroupView> page, boolean instances) implements AutoScalingResult {}

  /** A member with the name of its group. */
  record Located(String group, Member member) {}

  /** Members of any group. */
  record Instances(Page<Located> page) implements AutoScalingResult {}

  /** The activity that a command has begun. */
  record Begun(Activity activity) implements AutoScalingResult {}

  /** Hooks of a group. */
  record Hooks(String group, List<Hook> hooks) implements AutoScalingResult {}

  /** Activities. */
  record History(Page<Activity> page) implements AutoScalingResult {}

  /** Tags. */
  record Tags(Page<GroupTag> page) implements AutoScalingResult {}
}
