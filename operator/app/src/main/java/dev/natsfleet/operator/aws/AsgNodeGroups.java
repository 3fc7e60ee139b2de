package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHookSpecification;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

/** {@link NodeGroups} in EC2 Auto Scaling. */
final class AsgNodeGroups implements NodeGroups {

  /** The most instances that one SetInstanceProtection call takes. */
  private static final int PROTECTION_BATCH = 50;

  private final AutoScalingClient client;
  private final AsgCache cache;
  private final String name;

  AsgNodeGroups(AutoScalingClient client, AsgCache cache, String name) {
    this.client = client;
    this.cache = cache;
    this.name = name;
  }

  @Override
  public Optional<NodeGroup> observe() {
    return cache.group(name);
  }

  @Override
  public String newestFailure() {
    return cache.newestFailure(name);
  }

  @Override
  public void create(NodeGroupSpec spec) {
    write(
        "CreateAutoScalingGroup",
        c ->
            c.createAutoScalingGroup(
                r ->
                    r.autoScalingGroupName(name)
                        .launchTemplate(template(spec))
                        .minSize(spec.size().min())
                        .desiredCapacity(spec.size().desired())
                        .maxSize(spec.size().max())
                        .vpcZoneIdentifier(String.join(",", spec.subnets()))
                        .lifecycleHookSpecificationList(
                            spec.hooks().stream().map(AsgNodeGroups::specification).toList())
                        .newInstancesProtectedFromScaleIn(spec.protectedFromScaleIn())
                        .healthCheckType("EC2")
                        .healthCheckGracePeriod(0)
                        .tags(tags(spec))));
    suspend(spec.suspended());
  }

  @Override
  public void correct(NodeGroupSpec wanted, Set<NodeGroupField> fields) {
    for (NodeGroupField field : fields) {
      switch (field) {
        case TEMPLATE -> update(r -> r.launchTemplate(template(wanted)));
        case SUBNETS -> update(r -> r.vpcZoneIdentifier(String.join(",", wanted.subnets())));
        case HOOKS -> wanted.hooks().forEach(this::put);
        case TAGS ->
            write("CreateOrUpdateTags", c -> c.createOrUpdateTags(r -> r.tags(tags(wanted))));
        case PROTECTION -> protect(wanted.protectedFromScaleIn());
        case SUSPENDED -> suspendExactly(wanted.suspended());
      }
    }
  }

  @Override
  public void setOwner(String owner) {
    Tag tag = tag(Map.entry(ResourceTags.OWNER, owner));
    write("CreateOrUpdateTags", c -> c.createOrUpdateTags(r -> r.tags(tag)));
  }

  @Override
  public void resize(GroupSize size) {
    update(r -> r.minSize(size.min()).desiredCapacity(size.desired()).maxSize(size.max()));
  }

  @Override
  public void terminate(String instance, CapacityPolicy capacity) {
    cache.invalidate(name);
    boolean isStaying =
        observe().map(NodeGroup::members).orElse(List.of()).stream()
            .anyMatch(m -> m.instance().equals(instance) && !m.lifecycle().isLeaving());
    if (isStaying) {
      write(
          "TerminateInstanceInAutoScalingGroup",
          c ->
              c.terminateInstanceInAutoScalingGroup(
                  r ->
                      r.instanceId(instance)
                          .shouldDecrementDesiredCapacity(capacity == CapacityPolicy.SHRINK)));
    }
  }

  @Override
  public void completeHook(String instance, String hook, HookResult result) {
    write(
        "CompleteLifecycleAction",
        c ->
            c.completeLifecycleAction(
                r ->
                    r.autoScalingGroupName(name)
                        .lifecycleHookName(hook)
                        .instanceId(instance)
                        .lifecycleActionResult(result.name())));
  }

  @Override
  public void delete() {
    write("DeleteAutoScalingGroup", this::deleteIfPresent);
  }

  private void deleteIfPresent(AutoScalingClient c) {
    try {
      c.deleteAutoScalingGroup(r -> r.autoScalingGroupName(name).forceDelete(false));
    } catch (SdkException e) {
      if (!AwsErrors.isAbsent(e)) {
        throw e;
      }
    }
  }

  private void protect(boolean wanted) {
    update(r -> r.newInstancesProtectedFromScaleIn(wanted));
    List<String> here =
        observe().map(NodeGroup::members).orElse(List.of()).stream()
            .filter(m -> m.lifecycle() == LifecycleState.IN_SERVICE)
            .map(GroupMember::instance)
            .toList();
    for (int from = 0; from < here.size(); from += PROTECTION_BATCH) {
      List<String> batch = here.subList(from, Math.min(here.size(), from + PROTECTION_BATCH));
      write(
          "SetInstanceProtection",
          c ->
              c.setInstanceProtection(
                  r ->
                      r.autoScalingGroupName(name)
                          .instanceIds(batch)
                          .protectedFromScaleIn(wanted)));
    }
  }

  private void put(LifecycleHook hook) {
    write(
        "PutLifecycleHook",
        c ->
            c.putLifecycleHook(
                r ->
                    r.autoScalingGroupName(name)
                        .lifecycleHookName(hook.name())
                        .lifecycleTransition(transition(hook))
                        .heartbeatTimeout(hook.heartbeatSeconds())
                        .defaultResult(hook.result().name())));
  }

  private void suspendExactly(Set<String> wanted) {
    Set<String> now = observe().map(NodeGroup::suspended).orElse(Set.of());
    List<String> unwanted = new ArrayList<>(now);
    unwanted.removeAll(wanted);
    if (!unwanted.isEmpty()) {
      write(
          "ResumeProcesses",
          c -> c.resumeProcesses(r -> r.autoScalingGroupName(name).scalingProcesses(unwanted)));
    }
    suspend(wanted);
  }

  private void suspend(Set<String> processes) {
    if (!processes.isEmpty()) {
      write(
          "SuspendProcesses",
          c -> c.suspendProcesses(r -> r.autoScalingGroupName(name).scalingProcesses(processes)));
    }
  }

  private void update(Consumer<UpdateAutoScalingGroupRequest.Builder> change) {
    write(
        "UpdateAutoScalingGroup",
        c -> c.updateAutoScalingGroup(r -> change.accept(r.autoScalingGroupName(name))));
  }

  private void write(String operation, Consumer<AutoScalingClient> work) {
    try {
      AwsErrors.call(
          "autoscaling:" + operation,
          name,
          () -> {
            work.accept(client);
            return true;
          });
    } finally {
      cache.invalidate(name);
    }
  }

  private LaunchTemplateSpecification template(NodeGroupSpec spec) {
    return LaunchTemplateSpecification.builder()
        .launchTemplateName(name)
        .version(Long.toString(spec.templateVersion()))
        .build();
  }

  private List<Tag> tags(NodeGroupSpec spec) {
    return spec.tags().entrySet().stream().map(this::tag).toList();
  }

  private Tag tag(Map.Entry<String, String> entry) {
    return Tag.builder()
        .resourceId(name)
        .resourceType("auto-scaling-group")
        .key(entry.getKey())
        .value(entry.getValue())
        .propagateAtLaunch(true)
        .build();
  }

  private static LifecycleHookSpecification specification(LifecycleHook hook) {
    return LifecycleHookSpecification.builder()
        .lifecycleHookName(hook.name())
        .lifecycleTransition(transition(hook))
        .heartbeatTimeout(hook.heartbeatSeconds())
        .defaultResult(hook.result().name())
        .build();
  }

  private static String transition(LifecycleHook hook) {
    return "autoscaling:EC2_INSTANCE_" + hook.on().name();
  }
}
