package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.ec2.InstanceStore;
import dev.natsfleet.local.cloud.ec2.TemplateRef;
import dev.natsfleet.local.cloud.ec2.TemplateStore;
import dev.natsfleet.local.cloud.ec2.VersionedTemplate;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.world.Catalogue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validates a request and converts it into settings. */
final class GroupSettingsValidator {

  private static final Set<String> POLICIES =
      Set.of("Default", "OldestInstance", "NewestInstance", "OldestLaunchTemplate");

  private final Catalogue catalogue;
  private final TemplateStore templates;
  private final InstanceStore instanceStore;

  GroupSettingsValidator(
      Catalogue catalogue, TemplateStore templates, InstanceStore instanceStore) {
    this.catalogue = catalogue;
    this.templates = templates;
    this.instanceStore = instanceStore;
  }

  GroupSettings create(GroupChange change) {
    if (change.template() == null) {
      throw CloudException.validation(
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
        or(change.protectNewInstances(), false));
  }

  GroupSettings update(GroupSettings before, GroupChange change) {
    Duration cooldown = before.cooldown();
    Duration grace = before.grace();
    return new GroupSettings(
        change.template() == null
            ? before.template()
            : template(change.template(), change.templateVersion()),
        before.capacity().withBounds(change.min(), change.max(), change.desired()),
        change.cooldown() == null ? cooldown : Duration.ofSeconds(change.cooldown()),
        change.subnets() == null ? before.subnets() : subnets(change.subnets()),
        healthCheck(or(change.healthCheckType(), before.healthCheckType())),
        change.graceSeconds() == null ? grace : Duration.ofSeconds(change.graceSeconds()),
        policies(or(change.terminationPolicies(), before.terminationPolicies())),
        or(change.protectNewInstances(), before.protectNewInstances()));
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }

  private GroupTemplate template(TemplateRef ref, @Nullable String version) {
    if ((ref.id() == null) == (ref.name() == null)) {
      throw CloudException.validation(
          "Valid requests must contain either launchTemplateId or LaunchTemplateName");
    }
    try {
      VersionedTemplate versionedTemplate = templates.get(ref);
      instanceStore.validate(templates.version(versionedTemplate, version).content());
      return new GroupTemplate(versionedTemplate.id(), versionedTemplate.name(), version);
    } catch (CloudException refused) {
      throw CloudException.validation(
          "You must use a valid fully-formed launch template. " + refused.error().message());
    }
  }

  private List<String> subnets(List<String> subnets) {
    if (subnets.isEmpty()) {
      throw CloudException.validation("At least one Availability Zone or VPC Subnet is required.");
    }
    for (String subnet : subnets) {
      if (catalogue.subnet(subnet).isEmpty()) {
        throw CloudException.validation("The subnet ID '" + subnet + "' does not exist");
      }
    }
    return subnets;
  }

  private static String healthCheck(String type) {
    if (!type.equals("EC2")) {
      throw CloudException.validation(
          "HealthCheckType: " + type + " is not modelled by the emulated cloud; use EC2.");
    }
    return type;
  }

  private static List<String> policies(List<String> policies) {
    for (String policy : policies) {
      if (!POLICIES.contains(policy)) {
        throw CloudException.validation(
            "TerminationPolicies: " + policy + " is not valid; valid are " + POLICIES + ".");
      }
    }
    return policies;
  }
}
