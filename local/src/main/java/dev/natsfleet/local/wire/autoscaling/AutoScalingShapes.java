package dev.natsfleet.local.wire.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.Activity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult.Located;
import dev.natsfleet.local.cloud.autoscaling.GroupSettings;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.Hook;
import dev.natsfleet.local.cloud.autoscaling.Member;
import dev.natsfleet.local.cloud.autoscaling.TemplateSpec;
import dev.natsfleet.local.wire.form.Shape;
import java.util.List;

/** Auto Scaling's results with the names of its API. */
public final class AutoScalingShapes {

  private AutoScalingShapes() {}

  /** What stands in the result element. */
  public static Shape of(AutoScalingResult result) {
    return switch (result) {
      case AutoScalingResult.Done done -> new Shape();
      case AutoScalingResult.Groups groups ->
          new Shape()
              .with(
                  "AutoScalingGroups",
                  groups.page().items(),
                  group -> group(group, groups.instances()))
              .with("NextToken", groups.page().next());
      case AutoScalingResult.Instances instances ->
          new Shape()
              .with("AutoScalingInstances", instances.page().items(), AutoScalingShapes::located)
              .with("NextToken", instances.page().next());
      case AutoScalingResult.Begun begun ->
          new Shape().with("Activity", activity(begun.activity()));
      case AutoScalingResult.Hooks hooks ->
          new Shape().with("LifecycleHooks", hooks.hooks(), hook -> hook(hooks.group(), hook));
      case AutoScalingResult.History history ->
          new Shape()
              .with("Activities", history.page().items(), AutoScalingShapes::activity)
              .with("NextToken", history.page().next());
      case AutoScalingResult.Tags tags ->
          new Shape()
              .with("Tags", tags.page().items(), AutoScalingShapes::tag)
              .with("NextToken", tags.page().next());
    };
  }

  private static Shape group(GroupView group, boolean instances) {
    GroupSettings settings = group.settings();
    List<Member> members = instances ? group.members() : List.of();
    return new Shape()
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
        .with("Instances", members, AutoScalingShapes::member)
        .with("CreatedTime", group.created())
        .with("SuspendedProcesses", group.suspended(), AutoScalingShapes::suspended)
        .with("VPCZoneIdentifier", String.join(",", settings.subnets()))
        .with("EnabledMetrics", List.of())
        .with("Status", group.status())
        .with("Tags", group.tags(), AutoScalingShapes::tag)
        .with("TerminationPolicies", settings.terminationPolicies())
        .with("NewInstancesProtectedFromScaleIn", settings.shieldNew())
        .with("CapacityRebalance", false);
  }

  private static Shape template(TemplateSpec template) {
    return new Shape()
        .with("LaunchTemplateId", template.id())
        .with("LaunchTemplateName", template.name())
        .with("Version", template.version());
  }

  private static Shape member(Member member) {
    return new Shape()
        .with("InstanceId", member.id())
        .with("InstanceType", member.instance().content().instanceType())
        .with("AvailabilityZone", member.zone())
        .with("LifecycleState", member.state().text())
        .with("HealthStatus", member.healthy() ? "Healthy" : "Unhealthy")
        .with("LaunchTemplate", template(member.template()))
        .with("ProtectedFromScaleIn", member.shielded());
  }

  private static Shape located(Located located) {
    return member(located.member())
        .with("AutoScalingGroupName", located.group())
        .with("HealthStatus", located.member().healthy() ? "HEALTHY" : "UNHEALTHY");
  }

  private static Shape suspended(String process) {
    return new Shape().with("ProcessName", process).with("SuspensionReason", "User suspended");
  }

  private static Shape tag(GroupTag tag) {
    return new Shape()
        .with("ResourceId", tag.group())
        .with("ResourceType", "auto-scaling-group")
        .with("Key", tag.key())
        .with("Value", tag.value())
        .with("PropagateAtLaunch", tag.atLaunch());
  }

  private static Shape hook(String group, Hook hook) {
    return new Shape()
        .with("LifecycleHookName", hook.name())
        .with("AutoScalingGroupName", group)
        .with("LifecycleTransition", hook.transition().text())
        .with("NotificationMetadata", hook.metadata())
        .with("HeartbeatTimeout", hook.heartbeat().toSeconds())
        .with("GlobalTimeout", hook.globalTimeout().toSeconds())
        .with("DefaultResult", hook.defaultResult().name());
  }

  private static Shape activity(Activity activity) {
    return new Shape()
        .with("ActivityId", activity.id())
        .with("AutoScalingGroupName", activity.group())
        .with("Description", activity.description())
        .with("Cause", activity.cause())
        .with("StartTime", activity.start())
        .with("EndTime", activity.end())
        .with("StatusCode", activity.status().text())
        .with("StatusMessage", activity.message())
        .with("Progress", activity.status().progress())
        .with("Details", activity.details());
  }
}
