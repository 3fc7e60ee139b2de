package dev.natsfleet.operator.acceptance;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/**
 * What somebody changed by hand.
 *
 * @param field of the group, as events name it
 * @param interference what was done
 * @param corrected how the group looks when it is corrected
 */
record ManualChange(
    String field,
    BiConsumer<AutoScalingClient, String> interference,
    Predicate<AutoScalingGroup> corrected) {

  static final List<ManualChange> ALL =
      List.of(
          new ManualChange(
              "vpcZoneIdentifier",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r ->
                          r.autoScalingGroupName(group)
                              .vpcZoneIdentifier("subnet-0a1b2c3d4e5f60001")),
              group -> group.vpcZoneIdentifier().split(",", -1).length == 3),
          new ManualChange(
              "tags",
              (aws, group) -> aws.createOrUpdateTags(r -> r.tags(team(group, "marketing"))),
              group -> group.tags().stream().anyMatch(tag -> tag.value().equals("payments"))),
          new ManualChange(
              "newInstancesProtectedFromScaleIn",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r -> r.autoScalingGroupName(group).newInstancesProtectedFromScaleIn(false)),
              AutoScalingGroup::newInstancesProtectedFromScaleIn),
          new ManualChange(
              "suspendedProcesses",
              (aws, group) ->
                  aws.suspendProcesses(
                      r -> r.autoScalingGroupName(group).scalingProcesses("ReplaceUnhealthy")),
              group -> group.suspendedProcesses().size() == 1),
          new ManualChange(
              "lifecycleHooks",
              (aws, group) ->
                  aws.putLifecycleHook(
                      r ->
                          r.autoScalingGroupName(group)
                              .lifecycleHookName("natsfleet-launch")
                              .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                              .heartbeatTimeout(60)),
              group -> timeout(group.autoScalingGroupName()) == 300),
          new ManualChange(
              "size",
              (aws, group) ->
                  aws.updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(7)),
              group -> group.maxSize() == 20));

  /** The fields whose correction is an event of its own; the size is set by scaling. */
  static List<String> driftingFields() {
    return ALL.stream().map(ManualChange::field).filter(field -> !field.equals("size")).toList();
  }

  void interfere(TestCluster cluster) {
    interference.accept(OperatorTestbed.aws().clients().autoScaling(), cluster.group());
  }

  void awaitCorrected(TestCluster cluster) {
    OperatorAwait.until(field + " corrected", () -> corrected.test(cluster.seen()));
  }

  private static Tag team(String group, String team) {
    return Tag.builder()
        .resourceId(group)
        .resourceType("auto-scaling-group")
        .key("team")
        .value(team)
        .propagateAtLaunch(true)
        .build();
  }

  private static int timeout(String group) {
    return OperatorTestbed.aws()
        .clients()
        .autoScaling()
        .describeLifecycleHooks(
            r -> r.autoScalingGroupName(group).lifecycleHookNames("natsfleet-launch"))
        .lifecycleHooks()
        .getFirst()
        .heartbeatTimeout();
  }
}
