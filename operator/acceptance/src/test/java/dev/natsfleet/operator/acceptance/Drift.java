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
record Drift(
    String field,
    BiConsumer<AutoScalingClient, String> interference,
    Predicate<AutoScalingGroup> corrected) {

  static final List<Drift> ALL =
      List.of(
          new Drift(
              "vpcZoneIdentifier",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r ->
                          r.autoScalingGroupName(group)
                              .vpcZoneIdentifier("subnet-0a1b2c3d4e5f60001")),
              group -> group.vpcZoneIdentifier().split(",", -1).length == 3),
          new Drift(
              "tags",
              (aws, group) -> aws.createOrUpdateTags(r -> r.tags(team(group, "marketing"))),
              group -> group.tags().stream().anyMatch(tag -> tag.value().equals("payments"))),
          new Drift(
              "newInstancesProtectedFromScaleIn",
              (aws, group) ->
                  aws.updateAutoScalingGroup(
                      r -> r.autoScalingGroupName(group).newInstancesProtectedFromScaleIn(false)),
              AutoScalingGroup::newInstancesProtectedFromScaleIn),
          new Drift(
              "suspendedProcesses",
              (aws, group) ->
                  aws.suspendProcesses(
                      r -> r.autoScalingGroupName(group).scalingProcesses("ReplaceUnhealthy")),
              group -> group.suspendedProcesses().size() == 1),
          new Drift(
              "lifecycleHooks",
              (aws, group) ->
                  aws.putLifecycleHook(
                      r ->
                          r.autoScalingGroupName(group)
                              .lifecycleHookName("natsfleet-launch")
                              .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                              .heartbeatTimeout(60)),
              group -> timeout(group.autoScalingGroupName()) == 300),
          new Drift(
              "size",
              (aws, group) ->
                  aws.updateAutoScalingGroup(r -> r.autoScalingGroupName(group).maxSize(7)),
              group -> group.maxSize() == 20));

  void interfere(Cluster cluster) {
    interference.accept(Lab.aws().clients().autoScaling(), cluster.group());
  }

  void awaitCorrected(Cluster cluster) {
    Waiting.until(field + " corrected", () -> corrected.test(cluster.seen()));
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
    return Lab.aws()
        .clients()
        .autoScaling()
        .describeLifecycleHooks(
            r -> r.autoScalingGroupName(group).lifecycleHookNames("natsfleet-launch"))
        .lifecycleHooks()
        .getFirst()
        .heartbeatTimeout();
  }
}
