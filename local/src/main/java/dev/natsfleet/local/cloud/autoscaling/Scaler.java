package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.ec2.InstanceTags;
import dev.natsfleet.local.cloud.ec2.LaunchRequest;
import dev.natsfleet.local.cloud.ec2.TemplateStore;
import dev.natsfleet.local.cloud.ec2.VersionedTemplate;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a group to its desired capacity: replaces unhealthy members, launches, terminates, and
 * balances zones.
 */
final class Scaler {

  private final World world;
  private final InstanceStore instanceStore;
  private final TemplateStore templates;
  private final Groups groups;
  private final Activities activities;
  private final MemberLifecycle memberLifecycle;

  Scaler(World world, InstanceStore instanceStore, TemplateStore templates, Groups groups) {
    this.world = world;
    this.instanceStore = instanceStore;
    this.templates = templates;
    this.groups = groups;
    this.activities = groups.activities();
    this.memberLifecycle =
        new MemberLifecycle(world, instanceStore, activities, this::scheduleEvaluation);
  }

  MemberLifecycle memberLifecycle() {
    return memberLifecycle;
  }

  /** Schedules an evaluation of the group after its reaction time. */
  void scheduleEvaluation(Group group) {
    if (!group.evaluationDue) {
      group.evaluationDue = true;
      world.after(world.delays().reaction(), () -> evaluate(group));
    }
  }

  private void evaluate(Group group) {
    group.evaluationDue = false;
    if (group.deleting) {
      groups.removeIfEmpty(group);
      return;
    }
    checkHealth(group);
    replaceUnhealthy(group);
    scale(group);
  }

  private void checkHealth(Group group) {
    if (group.isActive(ScalingProcess.HEALTH_CHECK)) {
      group.countedMembers().stream()
          .filter(member -> !isRunning(member))
          .forEach(member -> group.put(member.withHealth(false)));
    }
  }

  private boolean isRunning(Member member) {
    return instanceStore.find(member.id()).filter(instance -> instance.state().isUp()).isPresent();
  }

  private void replaceUnhealthy(Group group) {
    if (!group.isActive(ScalingProcess.REPLACE_UNHEALTHY)
        || !group.isActive(ScalingProcess.TERMINATE)) {
      return;
    }
    for (Member member : group.countedMembers()) {
      if (!member.healthy()) {
        replace(group, member);
      }
    }
  }

  private void replace(Group group, Member member) {
    if (member.state().isLaunching()) {
      memberLifecycle.delayNextLaunch(group);
    }
    String check =
        isRunning(member)
            ? "a user health-check."
            : "an EC2 health check indicating it has been terminated or stopped.";
    memberLifecycle.terminate(
        group,
        member,
        "At "
            + world.timestamp()
            + " an instance was taken out of service in response to "
            + check);
    group.replacing++;
  }

  private void scale(Group group) {
    List<Member> counted = group.countedMembers();
    int target = group.settings.capacity().desired() + (isBalancing(group) ? 1 : 0);
    if (counted.size() < target) {
      launchMissing(group, counted.size(), target);
    } else if (counted.size() > target) {
      terminateSurplus(group, counted.size(), target);
    } else {
      group.protectionReported = false;
      group.replacing = 0;
      balance(group, counted);
    }
  }

  private boolean isBalancing(Group group) {
    Member ahead = group.balancing == null ? null : group.members.get(group.balancing);
    return ahead != null && ahead.state().isLaunching();
  }

  private void launchMissing(Group group, int from, int target) {
    if (!group.isActive(ScalingProcess.LAUNCH)) {
      return;
    }
    if (world.now().isBefore(group.nextLaunch)) {
      world.after(Duration.between(world.now(), group.nextLaunch), () -> scheduleEvaluation(group));
      return;
    }
    boolean launched = true;
    for (int i = from; launched && i < target; i++) {
      launched = launch(group, launchCause(group, from, target)).isPresent();
    }
    group.pendingCause = "";
  }

  private String launchCause(Group group, int from, int target) {
    if (group.replacing > 0) {
      group.replacing--;
      return "At "
          + world.timestamp()
          + " an instance was launched in response to an unhealthy instance needing to be"
          + " replaced.";
    }
    return group.pendingCause
        + "At "
        + world.timestamp()
        + " an instance was started in response to a difference between desired and actual"
        + " capacity, increasing the capacity from "
        + from
        + " to "
        + target
        + ".";
  }

  private Optional<Member> launch(Group group, String cause) {
    try {
      return Optional.of(tryLaunch(group, cause));
    } catch (CloudException refused) {
      activities.failed(
          group.name,
          "Launching a new EC2 instance.  Status Reason: " + refused.error().message(),
          cause,
          refused.error().message() + " Launching EC2 instance failed.");
      memberLifecycle.delayNextLaunch(group);
      scheduleEvaluation(group);
      return Optional.empty();
    }
  }

  private Member tryLaunch(Group group, String cause) {
    VersionedTemplate versionedTemplate = templates.get(group.settings.template().ref());
    GroupTemplate spec = group.settings.template().resolved(versionedTemplate);
    LaunchRequest request =
        new LaunchRequest(
            templates.version(versionedTemplate, spec.version()).content(),
            Placement.chooseSubnet(subnets(group), group.countedMembers(), this::zone),
            tags(group, spec),
            instanceStore.reserve(world.uuid().toString()));
    Instance instance = instanceStore.launch(request);
    Activity activity = activities.launching(group.name, instance, cause);
    Member member = Member.launched(instance, spec, activity.id());
    group.put(member);
    return member;
  }

  /** The subnets in zones that have power; all subnets if no zone has. */
  private List<String> subnets(Group group) {
    List<String> on =
        group.settings.subnets().stream().filter(id -> !world.isZoneOut(zone(id))).toList();
    return on.isEmpty() ? group.settings.subnets() : on;
  }

  private String zone(String subnet) {
    return world.catalogue().subnet(subnet).map(Subnet::zone).orElse("");
  }

  private static Map<String, String> tags(Group group, GroupTemplate spec) {
    Map<String, String> tags = new HashMap<>();
    group.tags.values().stream()
        .filter(GroupTag::atLaunch)
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    tags.put("aws:autoscaling:groupName", group.name);
    tags.putAll(InstanceTags.ofTemplate(spec.id(), Long.toString(spec.number())));
    return tags;
  }

  private void terminateSurplus(Group group, int from, int target) {
    for (int i = from; group.isActive(ScalingProcess.TERMINATE) && i > target; i--) {
      Optional<Member> chosen = chooseForScaleIn(group);
      if (chosen.isEmpty()) {
        reportAllProtected(group);
        return;
      }
      terminate(group, chosen.orElseThrow(), from, target);
    }
    group.pendingCause = "";
  }

  private Optional<Member> chooseForScaleIn(Group group) {
    GroupTemplate current =
        templates
            .find(group.settings.template().ref())
            .map(group.settings.template()::resolved)
            .orElse(group.settings.template());
    return Placement.chooseForScaleIn(
        group.countedMembers(), group.settings.terminationPolicies(), current);
  }

  private void terminate(Group group, Member chosen, int from, int target) {
    memberLifecycle.terminate(
        group,
        chosen,
        group.pendingCause
            + "At "
            + world.timestamp()
            + " an instance was taken out of service in response to a difference between desired"
            + " and actual capacity, shrinking the capacity from "
            + from
            + " to "
            + target
            + ".  At "
            + world.timestamp()
            + " instance "
            + chosen.id()
            + " was selected for termination.");
  }

  private void reportAllProtected(Group group) {
    if (!group.protectionReported) {
      group.protectionReported = true;
      activities.failed(
          group.name,
          "Could not scale to desired capacity because all remaining instances are protected from"
              + " scale-in.",
          group.pendingCause,
          "Could not scale to desired capacity because all remaining instances are protected from"
              + " scale-in.");
    }
  }

  private void balance(Group group, List<Member> counted) {
    boolean settled =
        group.members().stream().allMatch(member -> member.state() == MemberState.IN_SERVICE);
    List<String> zones = subnets(group).stream().map(this::zone).distinct().toList();
    boolean allowed =
        group.isActive(ScalingProcess.AZ_REBALANCE)
            && group.isActive(ScalingProcess.LAUNCH)
            && group.isActive(ScalingProcess.TERMINATE);
    if (settled && allowed && Placement.imbalance(zones, counted) > 1) {
      String cause =
          "At "
              + world.timestamp()
              + " an instance was launched to aid in balancing the group's zones.";
      group.balancing = launch(group, cause).map(Member::id).orElse(null);
    }
  }
}
