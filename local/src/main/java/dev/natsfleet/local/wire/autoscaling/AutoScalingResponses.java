package dev.natsfleet.local.wire.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult.MemberView;
import dev.natsfleet.local.cloud.autoscaling.GroupSettings;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupTemplate;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.Hook;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.wire.format.ResponseNode;
import dev.natsfleet.local.wire.format.Timestamp;
import java.util.List;

/** Writes Auto Scaling's results with the field names of its API. */
public final class AutoScalingResponses {

  private AutoScalingResponses() {}

  /** The content of the result element. */
  public static ResponseNode of(AutoScalingResult result) {
    return switch (result) {
      case AutoScalingResult.Done done -> new ResponseNode();
      case AutoScalingResult.GroupPage groups ->
          new ResponseNode()
              .with(
                  "AutoScalingGroups",
                  groups.page().items(),
                  group -> group(group, groups.instances()))
              .with("NextToken", groups.page().next());
      case AutoScalingResult.MemberPage instances ->
          new ResponseNode()
              .with("AutoScalingInstances", instances.page().items(), AutoScalingResponses::located)
              .with("NextToken", instances.page().next());
      case AutoScalingResult.StartedActivity startedActivity ->
          new ResponseNode().with("Activity", activity(startedActivity.activity()));
      case AutoScalingResult.Hooks hooks ->
          new ResponseNode()
              .with("LifecycleHooks", hooks.hooks(), hook -> hook(hooks.group(), hook));
      case AutoScalingResult.ScalingActivities scalingActivities ->
          new ResponseNode()
              .with("Activities", scalingActivities.page().items(), AutoScalingResponses::activity)
              .with("NextToken", scalingActivities.page().next());
      case AutoScalingResult.Tags tags ->
          new ResponseNode()
              .with("Tags", tags.page().items(), AutoScalingResponses::tag)
              .with("NextToken", tags.page().next());
    };
  }

  private static ResponseNode group(GroupView group, boolean instances) {
    GroupSettings settings = group.settings();
    List<Member> members = instances ? group.members() : List.of();
    return new ResponseNode()
        .with("AutoScalingGroupName", group.name())
        .with("AutoScalingGroupARN", group.arn())
        .with("LaunchTemplate", template(settings.template()))
        .with("MinSize", settings.capacity().min())
        .with("MaxSize", settings.capacity().max())
        .with("DesiredCapacity", settings.capacity().desired())
        .with("DefaultCooldown", settings.cooldown().toSeconds())
        .with("AvailabilityZones", group.zones())
        .with("LoadBalancerNames", List.of())
        .with("TargetGroupARNs", List.of())
        .with("HealthCheckType", settings.healthCheckType())
        .with("HealthCheckGracePeriod", settings.grace().toSeconds())
        .with("Instances", members, AutoScalingResponses::member)
        .with("CreatedTime", group.created())
        .with("SuspendedProcesses", group.suspended(), AutoScalingResponses::suspended)
        .with("VPCZoneIdentifier", String.join(",", settings.subnets()))
        .with("EnabledMetrics", List.of())
        .with("Status", group.status())
        .with("Tags", group.tags(), AutoScalingResponses::tag)
        .with("TerminationPolicies", settings.terminationPolicies())
        .with("NewInstancesProtectedFromScaleIn", settings.protectNewInstances())
        .with("CapacityRebalance", false);
  }

  private static ResponseNode template(GroupTemplate template) {
    return new ResponseNode()
        .with("LaunchTemplateId", template.id())
        .with("LaunchTemplateName", template.name())
        .with("Version", template.version());
  }

  private static ResponseNode member(Member member) {
    return new ResponseNode()
        .with("InstanceId", member.id())
        .with("InstanceType", member.instance().content().instanceType())
        .with("AvailabilityZone", member.zone())
        .with("LifecycleState", member.state().text())
        .with("HealthStatus", member.healthy() ? "Healthy" : "Unhealthy")
        .with("LaunchTemplate", template(member.template()))
        .with("ProtectedFromScaleIn", member.scaleInProtected());
  }

  private static ResponseNode located(MemberView groupMember) {
    return member(groupMember.member())
        .with("AutoScalingGroupName", groupMember.group())
        .with("HealthStatus", groupMember.member().healthy() ? "HEALTHY" : "UNHEALTHY");
  }

  private static ResponseNode suspended(String process) {
    return new ResponseNode()
        .with("ProcessName", process)
        .with("SuspensionReason", "User suspended");
  }

  private static ResponseNode tag(GroupTag tag) {
    return new ResponseNode()
        .with("ResourceId", tag.group())
        .with("ResourceType", "auto-scaling-group")
        .with("Key", tag.key())
        .with("Value", tag.value())
        .with("PropagateAtLaunch", tag.atLaunch());
  }

  private static ResponseNode hook(String group, Hook hook) {
    return new ResponseNode()
        .with("LifecycleHookName", hook.name())
        .with("AutoScalingGroupName", group)
        .with("LifecycleTransition", hook.hookTransition().text())
        .with("NotificationMetadata", hook.metadata())
        .with("HeartbeatTimeout", hook.heartbeat().toSeconds())
        .with("GlobalTimeout", hook.globalTimeout().toSeconds())
        .with("DefaultResult", hook.defaultResult().name());
  }

  private static ResponseNode activity(Activity activity) {
    return new ResponseNode()
        .with("ActivityId", activity.id())
        .with("AutoScalingGroupName", activity.group())
        .with("Description", activity.description())
        .with("Cause", activity.cause())
        .with("StartTime", activity.start())
        .with("EndTime", activity.end() == null ? null : Timestamp.seconds(activity.end()))
        .with("StatusCode", activity.status().text())
        .with("StatusMessage", activity.message())
        .with("Progress", activity.status().progress())
        .with("Details", activity.details());
  }
}
