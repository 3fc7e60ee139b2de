package dev.natsfleet.local.wire.autoscaling;

import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand.ActionRef;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.Filter;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.local.wire.format.Params;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of each action, one entry per action. */
public final class AutoScalingRequests {

  private static final String GROUP = "AutoScalingGroupName";
  private static final String INSTANCE = "InstanceId";

  private static final Map<String, Function<Params, AutoScalingCommand>> ACTIONS = new HashMap<>();

  static {
    groups();
    processes();
    members();
    hooks();
    tags();
  }

  private AutoScalingRequests() {}

  /** The reader of an action's parameters; empty if the cloud has no such action. */
  public static Optional<Function<Params, AutoScalingCommand>> action(String name) {
    return Optional.ofNullable(ACTIONS.get(name));
  }

  private static void groups() {
    ACTIONS.put(
        "CreateAutoScalingGroup",
        p ->
            new AutoScalingCommand.CreateAutoScalingGroup(
                p.required(GROUP),
                change(p),
                p.parts("LifecycleHookSpecificationList").stream()
                    .map(AutoScalingRequests::hook)
                    .toList(),
                tags(p, p.required(GROUP))));
    ACTIONS.put(
        "UpdateAutoScalingGroup",
        p -> new AutoScalingCommand.UpdateAutoScalingGroup(p.required(GROUP), change(p)));
    ACTIONS.put(
        "DeleteAutoScalingGroup",
        p ->
            new AutoScalingCommand.DeleteAutoScalingGroup(
                p.required(GROUP), p.flag("ForceDelete", false)));
    ACTIONS.put(
        "DescribeAutoScalingGroups",
        p ->
            new AutoScalingCommand.DescribeAutoScalingGroups(
                p.texts("AutoScalingGroupNames"),
                p.flag("IncludeInstances", true),
                filters(p),
                page(p)));
    ACTIONS.put(
        "SetDesiredCapacity",
        p ->
            new AutoScalingCommand.SetDesiredCapacity(
                p.required(GROUP),
                p.requiredNumber("DesiredCapacity"),
                p.flag("HonorCooldown", false)));
  }

  private static void processes() {
    ACTIONS.put(
        "SuspendProcesses",
        p ->
            new AutoScalingCommand.SuspendProcesses(
                p.required(GROUP), p.texts("ScalingProcesses")));
    ACTIONS.put(
        "ResumeProcesses",
        p ->
            new AutoScalingCommand.ResumeProcesses(p.required(GROUP), p.texts("ScalingProcesses")));
    ACTIONS.put(
        "DescribeScalingActivities",
        p ->
            new AutoScalingCommand.DescribeScalingActivities(
                p.text(GROUP),
                p.texts("ActivityIds"),
                p.flag("IncludeDeletedGroups", false),
                page(p)));
  }

  private static void members() {
    ACTIONS.put(
        "DescribeAutoScalingInstances",
        p -> new AutoScalingCommand.DescribeAutoScalingInstances(p.texts("InstanceIds"), page(p)));
    ACTIONS.put(
        "TerminateInstanceInAutoScalingGroup",
        p ->
            new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(
                p.required(INSTANCE),
                Boolean.parseBoolean(p.required("ShouldDecrementDesiredCapacity"))));
    ACTIONS.put(
        "SetInstanceHealth",
        p ->
            new AutoScalingCommand.SetInstanceHealth(
                p.required(INSTANCE),
                p.required("HealthStatus"),
                p.flag("ShouldRespectGracePeriod", true)));
    ACTIONS.put(
        "SetInstanceProtection",
        p ->
            new AutoScalingCommand.SetInstanceProtection(
                p.required(GROUP),
                p.texts("InstanceIds"),
                Boolean.parseBoolean(p.required("ProtectedFromScaleIn"))));
  }

  private static void hooks() {
    ACTIONS.put(
        "PutLifecycleHook",
        p -> new AutoScalingCommand.PutLifecycleHook(p.required(GROUP), hook(p)));
    ACTIONS.put(
        "DescribeLifecycleHooks",
        p ->
            new AutoScalingCommand.DescribeLifecycleHooks(
                p.required(GROUP), p.texts("LifecycleHookNames")));
    ACTIONS.put(
        "DeleteLifecycleHook",
        p ->
            new AutoScalingCommand.DeleteLifecycleHook(
                p.required(GROUP), p.required("LifecycleHookName")));
    ACTIONS.put(
        "RecordLifecycleActionHeartbeat",
        p -> new AutoScalingCommand.RecordLifecycleActionHeartbeat(action(p)));
    ACTIONS.put(
        "CompleteLifecycleAction",
        p ->
            new AutoScalingCommand.CompleteLifecycleAction(
                action(p), p.required("LifecycleActionResult")));
  }

  private static void tags() {
    ACTIONS.put(
        "CreateOrUpdateTags", p -> new AutoScalingCommand.CreateOrUpdateTags(tags(p, null)));
    ACTIONS.put("DeleteTags", p -> new AutoScalingCommand.DeleteTags(tags(p, null)));
    ACTIONS.put("DescribeTags", p -> new AutoScalingCommand.DescribeTags(filters(p), page(p)));
  }

  private static GroupChange change(Params p) {
    Params template = p.part("LaunchTemplate");
    TemplateRef ref =
        new TemplateRef(template.text("LaunchTemplateId"), template.text("LaunchTemplateName"));
    String subnets = p.text("VPCZoneIdentifier");
    return new GroupChange(
        template.isPresent() ? ref : null,
        template.text("Version"),
        p.number("MinSize"),
        p.number("MaxSize"),
        p.number("DesiredCapacity"),
        p.number("DefaultCooldown"),
        subnets == null ? null : Arrays.asList(subnets.split(" *, *")),
        p.text("HealthCheckType"),
        p.number("HealthCheckGracePeriod"),
        p.textsOrNull("TerminationPolicies"),
        p.flag("NewInstancesProtectedFromScaleIn"));
  }

  private static HookSpec hook(Params p) {
    return new HookSpec(
        p.required("LifecycleHookName"),
        p.text("LifecycleTransition"),
        p.number("HeartbeatTimeout"),
        p.text("DefaultResult"),
        p.text("NotificationMetadata"));
  }

  private static ActionRef action(Params p) {
    return new ActionRef(
        p.required(GROUP),
        p.required("LifecycleHookName"),
        p.text("LifecycleActionToken"),
        p.text(INSTANCE));
  }

  private static List<GroupTag> tags(Params p, @Nullable String group) {
    return p.parts("Tags").stream().map(tag -> tag(tag, group)).toList();
  }

  private static GroupTag tag(Params tag, @Nullable String group) {
    tag.text("ResourceType");
    String value = tag.text("Value");
    String resource = tag.text("ResourceId");
    return new GroupTag(
        group != null ? group : resource == null ? tag.required("ResourceId") : resource,
        tag.required("Key"),
        value == null ? "" : value,
        tag.flag("PropagateAtLaunch", false));
  }

  private static List<Filter> filters(Params p) {
    return p.parts("Filters").stream()
        .map(filter -> new Filter(filter.required("Name"), filter.texts("Values")))
        .toList();
  }

  private static PageRequest page(Params p) {
    return new PageRequest(p.number("MaxRecords"), p.text("NextToken"));
  }
}
