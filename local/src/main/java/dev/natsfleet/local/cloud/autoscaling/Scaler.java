package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.Instance;
import dev.natsfleet.local.cloud.ec2.LaunchRequest;
import dev.natsfleet.local.cloud.ec2.LaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.ec2.Template;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.Subnet;
import dev.natsfleet.local.cloud.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a group to its desired capacity: replaces the unhealthy, launches, ends, balances. */
final class Scaler {

  private final World world;
  private final Machines machines;
  private final LaunchTemplates templates;
  private final Groups groups;
  private final Activities activities;
  private final Lifecycle lifecycle;

  Scaler(World world, Machines machines, LaunchTemplates templates, Groups groups) {
    this.world = world;
    this.machines = machines;
    this.templates = templates;
    this.groups = groups;
    this.activities = groups.activities();
    this.lifecycle = new Lifecycle(world, machines, activities, this::wake);
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  /** The group looks at itself after its reaction time. */
  void wake(Group group) {
    if (!group.awake) {
      group.awake = true;
      world.after(world.timing().reaction(), () -> settle(group));
    }
  }

  private void settle(Group group) {
    group.awake = false;
    if (group.deleting) {
      groups.removeIfEmpty(group);
      return;
    }
    checkHealth(group);
    replaceUnhealthy(group);
    scale(group);
  }

  private void checkHealth(Group group) {
    if (group.does(ScalingProcess.HEALTH_CHECK)) {
      group.counted().stream()
          .filter(member -> !up(member))
          .forEach(member -> group.put(member.health(false)));
    }
  }

  private boolean up(Member member) {
    return machines.find(member.id()).filter(instance -> instance.state().up()).isPresent();
  }

  private void replaceUnhealthy(Group group) {
    if (!group.does(ScalingProcess.REPLACE_UNHEALTHY) || !group.does(ScalingProcess.TERMINATE)) {
      return;
    }
    for (Member member : group.counted()) {
      if (!member.healthy()) {
        replace(group, member);
      }
    }
  }

  private void replace(Group group, Member member) {
    if (member.state().launching()) {
      lifecycle.launchFailed(group);
    }
    String check =
        up(member)
            ? "a user health-check."
            : "an EC2 health check indicating it has been terminated or stopped.";
    lifecycle.terminate(
        group,
        member,
        "At " + world.stamp() + " an instance was taken out of service in response to " + check);
    group.replacing++;
  }

  private void scale(Group group) {
    List<Member> counted = group.counted();
    int target = group.settings.capacity().desired() + (balancing(group) ? 1 : 0);
    if (counted.size() < target) {
      launchMissing(group, counted.size(), target);
    } else if (counted.size() > target) {
      endSurplus(group, counted.size(), target);
    } else {
      group.complained = false;
      group.replacing = 0;
      balance(group, counted);
    }
  }

  private boolean balancing(Group group) {
    Member ahead = group.balancing == null ? null : group.members.get(group.balancing);
    return ahead != null && ahead.state().launching();
  }

  private void launchMissing(Group group, int from, int target) {
    if (!group.does(ScalingProcess.LAUNCH)) {
      return;
    }
    if (world.now().isBefore(group.nextLaunch)) {
      world.after(Duration.between(world.now(), group.nextLaunch), () -> wake(group));
      return;
    }
    boolean launched = true;
    for (int i = from; launched && i < target; i++) {
      launched = launch(group, cause(group, from, target)).isPresent();
    }
    group.request = "";
  }

  private String cause(Group group, int from, int target) {
    if (group.replacing > 0) {
      group.replacing--;
      return "At "
          + world.stamp()
          + " an instance was launched in response to an unhealthy instance needing to be"
          + " replaced.";
    }
    return group.request
        + "At "
        + world.stamp()
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
    } catch (Refusal refusal) {
      activities.failed(
          group.name,
          "Launching a new EC2 instance.  Status Reason: " + refusal.error().message(),
          cause,
          refusal.error().message() + " Launching EC2 instance failed.");
      lifecycle.launchFailed(group);
      wake(group);
      return Optional.empty();
    }
  }

  private Member tryLaunch(Group group, String cause) {
    Template template = templates.get(group.settings.template().ref());
    TemplateSpec spec = group.settings.template().resolved(template);
    LaunchRequest request =
        new LaunchRequest(
            templates.version(template, spec.version()).content(),
            Placement.subnet(subnets(group), group.counted(), this::zone),
            tags(group, spec));
    Instance instance = machines.launch(request);
    Activity activity = activities.launching(group.name, instance, cause);
    Member member = Member.launched(instance, spec, activity.id());
    group.put(member);
    return member;
  }

  /** The subnets in zones that have power; all of them when none has. */
  private List<String> subnets(Group group) {
    List<String> on =
        group.settings.subnets().stream().filter(id -> !world.zoneOut(zone(id))).toList();
    return on.isEmpty() ? group.settings.subnets() : on;
  }

  private String zone(String subnet) {
    return world.catalogue().subnet(subnet).map(Subnet::zone).orElse("");
  }

  private static Map<String, String> tags(Group group, TemplateSpec spec) {
    Map<String, String> tags = new HashMap<>();
    group.tags.values().stream()
        .filter(GroupTag::atLaunch)
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    tags.put("aws:autoscaling:groupName", group.name);
    tags.put("aws:ec2launchtemplate:id", spec.id());
    tags.put("aws:ec2launchtemplate:version", spec.version());
    return tags;
  }

  private void endSurplus(Group group, int from, int target) {
    for (int i = from; group.does(ScalingProcess.TERMINATE) && i > target; i--) {
      Optional<Member> victim = victim(group);
      if (victim.isEmpty()) {
        complain(group);
        return;
      }
      end(group, victim.orElseThrow(), from, target);
    }
    group.request = "";
  }

  private Optional<Member> victim(Group group) {
    TemplateSpec current =
        templates
            .find(group.settings.template().ref())
            .map(group.settings.template()::resolved)
            .orElse(group.settings.template());
    return Placement.victim(group.counted(), group.settings.terminationPolicies(), current);
  }

  private void end(Group group, Member victim, int from, int target) {
    lifecycle.terminate(
        group,
        victim,
        group.request
            + "At "
            + world.stamp()
            + " an instance was taken out of service in response to a difference between desired"
            + " and actual capacity, shrinking the capacity from "
            + from
            + " to "
            + target
            + ".  At "
            + world.stamp()
            + " instance "
            + victim.id()
            + " was selected for termination.");
  }

  private void complain(Group group) {
    if (!group.complained) {
      group.complained = true;
      activities.failed(
          group.name,
          "Could not scale to desired capacity because all remaining instances are protected from"
              + " scale-in.",
          group.request,
          "Could not scale to desired capacity because all remaining instances are protected from"
              + " scale-in.");
    }
  }

  private void balance(Group group, List<Member> counted) {
    boolean settled =
        group.all().stream().allMatch(member -> member.state() == LifecycleState.IN_SERVICE);
    List<String> zones = subnets(group).stream().map(this::zone).distinct().toList();
    boolean allowed =
        group.does(ScalingProcess.AZ_REBALANCE)
            && group.does(ScalingProcess.LAUNCH)
            && group.does(ScalingProcess.TERMINATE);
    if (settled && allowed && Placement.imbalance(zones, counted) > 1) {
      String cause =
          "At "
              + world.stamp()
              + " an instance was launched to aid in balancing the group's zones.";
      group.balancing = launch(group, cause).map(Member::id).orElse(null);
    }
  }
}
