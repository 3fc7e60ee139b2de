package dev.natsfleet.operator.aws;

import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.port.Hook;
import dev.natsfleet.operator.port.Lifecycle;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.operator.port.Size;
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
  private final AsgSnapshot snapshot;
  private final String name;

  AsgNodeGroups(AutoScalingClient client, AsgSnapshot snapshot, String name) {
    this.client = client;
    this.snapshot = snapshot;
    this.name = name;
  }

  @Override
  public Optional<Group> observe() {
    return snapshot.group(name);
  }

  @Override
  public void create(GroupSpec spec) {
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
  public void correct(GroupSpec wanted, Set<GroupField> fields) {
    for (GroupField field : fields) {
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
  public void resize(Size size) {
    update(r -> r.minSize(size.min()).desiredCapacity(size.desired()).maxSize(size.max()));
  }

  @Override
  public void terminate(String instance, Capacity capacity) {
    snapshot.invalidate();
    boolean stays =
        observe().map(Group::members).orElse(List.of()).stream()
            .anyMatch(m -> m.instance().equals(instance) && !m.lifecycle().leaving());
    if (stays) {
      write(
          "TerminateInstanceInAutoScalingGroup",
          c ->
              c.terminateInstanceInAutoScalingGroup(
                  r ->
                      r.instanceId(instance)
                          .shouldDecrementDesiredCapacity(capacity == Capacity.SHRINK)));
    }
  }

  @Override
  public void delete() {
    write("DeleteAutoScalingGroup", this::deleteIfPresent);
  }

  private void deleteIfPresent(AutoScalingClient c) {
    try {
      c.deleteAutoScalingGroup(r -> r.autoScalingGroupName(name).forceDelete(false));
    } catch (SdkException e) {
      if (!AwsErrors.absent(e)) {
        throw e;
      }
    }
  }

  private void protect(boolean wanted) {
    update(r -> r.newInstancesProtectedFromScaleIn(wanted));
    List<String> here =
        observe().map(Group::members).orElse(List.of()).stream()
            .filter(m -> m.lifecycle() == Lifecycle.IN_SERVICE)
            .map(Member::instance)
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

  private void put(Hook hook) {
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
    Set<String> now = observe().map(Group::suspended).orElse(Set.of());
    List<String> tooMuch = new ArrayList<>(now);
    tooMuch.removeAll(wanted);
    if (!tooMuch.isEmpty()) {
      write(
          "ResumeProcesses",
          c -> c.resumeProcesses(r -> r.autoScalingGroupName(name).scalingProcesses(tooMuch)));
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
      snapshot.invalidate();
    }
  }

  private LaunchTemplateSpecification template(GroupSpec spec) {
    return LaunchTemplateSpecification.builder()
        .launchTemplateName(name)
        .version(Long.toString(spec.templateVersion()))
        .build();
  }

  private List<Tag> tags(GroupSpec spec) {
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

  private static LifecycleHookSpecification specification(Hook hook) {
    return LifecycleHookSpecification.builder()
        .lifecycleHookName(hook.name())
        .lifecycleTransition(transition(hook))
        .heartbeatTimeout(hook.heartbeatSeconds())
        .defaultResult(hook.result().name())
        .build();
  }

  private static String transition(Hook hook) {
    return "autoscaling:EC2_INSTANCE_" + hook.on().name();
  }
}
