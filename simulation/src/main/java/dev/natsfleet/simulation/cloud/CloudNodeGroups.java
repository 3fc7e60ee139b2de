package dev.natsfleet.simulation.cloud;

import dev.natsfleet.local.cloud.autoscaling.Activity;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingCommand;
import dev.natsfleet.local.cloud.autoscaling.AutoScalingResult;
import dev.natsfleet.local.cloud.autoscaling.GroupChange;
import dev.natsfleet.local.cloud.autoscaling.GroupTag;
import dev.natsfleet.local.cloud.autoscaling.GroupView;
import dev.natsfleet.local.cloud.autoscaling.HookSpec;
import dev.natsfleet.local.cloud.autoscaling.MemberState;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.query.PageRequest;
import dev.natsfleet.operator.desired.ResourceTags;
import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.port.NodeGroups;
import dev.natsfleet.registry.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operator's port to EC2 Auto Scaling. */
public final class CloudNodeGroups implements NodeGroups {

  private static final int PAGE = 100;

  private final SimulatedCloud cloud;
  private final String name;

  /**
   * The group of one cluster.
   *
   * @param name of group and launch template
   */
  public CloudNodeGroups(SimulatedCloud cloud, String name) {
    this.cloud = cloud;
    this.name = name;
  }

  @Override
  public Optional<NodeGroup> observe() {
    return cloud.group(name).map(view -> GroupReader.group(view, hooks(), activities(view)));
  }

  private AutoScalingResult.Hooks hooks() {
    return (AutoScalingResult.Hooks)
        cloud.execute(new AutoScalingCommand.DescribeLifecycleHooks(name, List.of()));
  }

  /** Read only while the group is short of members in service, as the adapter does. */
  private List<Activity> activities(GroupView view) {
    long inService =
        view.members().stream().filter(m -> m.state() == MemberState.IN_SERVICE).count();
    return inService >= view.settings().capacity().desired() ? List.of() : activities();
  }

  private List<Activity> activities() {
    AutoScalingResult result =
        cloud.execute(
            new AutoScalingCommand.DescribeScalingActivities(
                name, List.of(), false, new PageRequest(PAGE, null)));
    return ((AutoScalingResult.ScalingActivities) result).page().items();
  }

  @Override
  public String newestFailure() {
    return GroupReader.failures(activities()).newest();
  }

  @Override
  public void create(NodeGroupSpec spec) {
    cloud.execute(
        new AutoScalingCommand.CreateAutoScalingGroup(
            name,
            change(spec.size(), spec),
            spec.hooks().stream().map(CloudNodeGroups::hook).toList(),
            tags(spec)));
    suspend(spec.suspended());
  }

  @Override
  public void correct(NodeGroupSpec wanted, Set<NodeGroupField> fields) {
    fields.forEach(field -> correct(wanted, field));
  }

  private void correct(NodeGroupSpec wanted, NodeGroupField field) {
    switch (field) {
      case TEMPLATE -> update(template(wanted));
      case SUBNETS -> update(GroupChange.subnets(List.copyOf(wanted.subnets())));
      case HOOKS ->
          wanted.hooks().stream()
              .map(hook -> new AutoScalingCommand.PutLifecycleHook(name, hook(hook)))
              .forEach(cloud::execute);
      case TAGS -> cloud.execute(new AutoScalingCommand.CreateOrUpdateTags(tags(wanted)));
      case PROTECTION -> protect(wanted.protectedFromScaleIn());
      case SUSPENDED -> suspendExactly(wanted.suspended());
    }
  }

  @Override
  public void setOwner(String owner) {
    GroupTag tag = new GroupTag(name, ResourceTags.OWNER, owner, true);
    cloud.execute(new AutoScalingCommand.CreateOrUpdateTags(List.of(tag)));
  }

  @Override
  public void resize(GroupSize size) {
    update(sizes(size));
  }

  @Override
  public void terminate(String instance, CapacityPolicy capacity) {
    boolean isStaying =
        observe().map(NodeGroup::members).orElse(List.of()).stream()
            .anyMatch(m -> m.instance().equals(instance) && !m.lifecycle().isLeaving());
    if (isStaying) {
      cloud.execute(
          new AutoScalingCommand.TerminateInstanceInAutoScalingGroup(
              instance, capacity == CapacityPolicy.SHRINK));
    }
  }

  @Override
  public void completeHook(String instance, String hook, HookResult result) {
    cloud.execute(
        new AutoScalingCommand.CompleteLifecycleAction(
            new AutoScalingCommand.ActionRef(name, hook, null, instance), result.name()));
  }

  @Override
  public void delete() {
    try {
      cloud.execute(new AutoScalingCommand.DeleteAutoScalingGroup(name, false));
    } catch (PortException e) {
      if (!String.valueOf(e.getMessage()).contains("not found")) {
        throw e;
      }
    }
  }

  private void protect(boolean wanted) {
    update(new GroupChange(null, null, null, null, null, null, null, null, null, null, wanted));
    List<String> here =
        observe().map(NodeGroup::members).orElse(List.of()).stream()
            .filter(m -> m.lifecycle() == LifecycleState.IN_SERVICE)
            .map(GroupMember::instance)
            .toList();
    if (!here.isEmpty()) {
      cloud.execute(new AutoScalingCommand.SetInstanceProtection(name, here, wanted));
    }
  }

  private void suspendExactly(Set<String> wanted) {
    List<String> unwanted = new ArrayList<>(observe().map(NodeGroup::suspended).orElse(Set.of()));
    unwanted.removeAll(wanted);
    if (!unwanted.isEmpty()) {
      cloud.execute(new AutoScalingCommand.ResumeProcesses(name, unwanted));
    }
    suspend(wanted);
  }

  private void suspend(Set<String> processes) {
    if (!processes.isEmpty()) {
      cloud.execute(new AutoScalingCommand.SuspendProcesses(name, List.copyOf(processes)));
    }
  }

  private void update(GroupChange change) {
    cloud.execute(new AutoScalingCommand.UpdateAutoScalingGroup(name, change));
  }

  private GroupChange change(GroupSize size, NodeGroupSpec spec) {
    return new GroupChange(
        new TemplateRef(null, name),
        Long.toString(spec.templateVersion()),
        size.min(),
        size.max(),
        size.desired(),
        null,
        List.copyOf(spec.subnets()),
        "EC2",
        0,
        null,
        spec.protectedFromScaleIn());
  }

  private GroupChange template(NodeGroupSpec spec) {
    return GroupChange.template(new TemplateRef(null, name), Long.toString(spec.templateVersion()));
  }

  private static GroupChange sizes(GroupSize size) {
    return GroupChange.sizes(size.min(), size.max(), size.desired());
  }

  private static HookSpec hook(LifecycleHook hook) {
    return new HookSpec(
        hook.name(),
        "autoscaling:EC2_INSTANCE_" + hook.on().name(),
        hook.heartbeatSeconds(),
        hook.result().name(),
        null);
  }

  private List<GroupTag> tags(NodeGroupSpec spec) {
    return spec.tags().entrySet().stream()
        .map(tag -> new GroupTag(name, tag.getKey(), tag.getValue(), true))
        .toList();
  }
}
