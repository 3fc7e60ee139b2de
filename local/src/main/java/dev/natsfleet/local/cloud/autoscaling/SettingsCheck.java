package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.LaunchTemplates;
import dev.natsfleet.local.cloud.ec2.Machines;
import dev.natsfleet.local.cloud.ec2.Template;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.world.Catalogue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a request says into settings, or refuses. */
final class SettingsCheck {

  private static final Set<String> POLICIES =
      Set.of("Default", "OldestInstance", "NewestInstance", "OldestLaunchTemplate");

  private final Catalogue catalogue;
  private final LaunchTemplates templates;
  private final Machines machines;

  SettingsCheck(Catalogue catalogue, LaunchTemplates templates, Machines machines) {
    this.catalogue = catalogue;
    this.templates = templates;
    this.machines = machines;
  }

  GroupSettings create(GroupChange change) {
    if (change.template() == null) {
      throw Refusal.validation(
          "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId"
              + " or MixedInstancesPolicy parameter.");
    }
    int min = change.min() == null ? 0 : change.min();
    int max = change.max() == null ? 0 : change.max();
    int desired = change.desired() == null ? min : change.desired();
    return new GroupSettings(
        template(change.template(), change.templateVersion()),
        new Capacity(min, max, desired),
        Duration.ofSeconds(or(change.cooldown(), 300)),
        subnets(or(change.subnets(), List.of())),
        healthCheck(or(change.healthCheckType(), "EC2")),
        Duration.ofSeconds(or(change.graceSeconds(), 0)),
        policies(or(change.terminationPolicies(), List.of("Default"))),
        or(change.shieldNew(), false));
  }

  GroupSettings update(GroupSettings before, GroupChange change) {
    Duration cooldown = before.cooldown();
    Duration grace = before.grace();
    return new GroupSettings(
        change.template() == null
            ? before.template()
            : template(change.template(), change.templateVersion()),
        before.capacity().change(change.min(), change.max(), change.desired()),
        change.cooldown() == null ? cooldown : Duration.ofSeconds(change.cooldown()),
        change.subnets() == null ? before.subnets() : subnets(change.subnets()),
        healthCheck(or(change.healthCheckType(), before.healthCheckType())),
        change.graceSeconds() == null ? grace : Duration.ofSeconds(change.graceSeconds()),
        policies(or(change.terminationPolicies(), before.terminationPolicies())),
        or(change.shieldNew(), before.shieldNew()));
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }

  private TemplateSpec template(TemplateRef ref, @Nullable String version) {
    try {
      Template template = templates.get(ref);
      machines.check(templates.version(template, version).content());
      return new TemplateSpec(
          template.id(), template.name(), version == null ? "$Default" : version);
    } catch (Refusal refusal) {
      throw Refusal.validation(
          "You must use a valid fully-formed launch template. " + refusal.error().message());
    }
  }

  private List<String> subnets(List<String> subnets) {
    if (subnets.isEmpty()) {
      throw Refusal.validation("At least one Availability Zone or VPC Subnet is required.");
    }
    for (String subnet : subnets) {
      if (catalogue.subnet(subnet).isEmpty()) {
        throw Refusal.validation("The subnet ID '" + subnet + "' does not exist");
      }
    }
    return subnets;
  }

  private static String healthCheck(String type) {
    if (!type.equals("EC2")) {
      throw Refusal.validation(
          "HealthCheckType: " + type + " is not modelled by the emulated cloud; use EC2.");
    }
    return type;
  }

  private static List<String> policies(List<String> policies) {
    for (String policy : policies) {
      if (!POLICIES.contains(policy)) {
        throw Refusal.validation(
            "TerminationPolicies: " + policy + " is not valid; valid are " + POLICIES + ".");
      }
    }
    return policies;
  }
}
