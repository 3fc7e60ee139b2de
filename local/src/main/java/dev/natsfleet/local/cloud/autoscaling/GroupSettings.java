package dev.natsfleet.local.cloud.autoscaling;

import java.time.Duration;
import java.util.List;

/**
 * How a group is to be.
 *
 * @param shieldNew new instances are protected from scale-in
 */
public record GroupSettings(
    TemplateSpec template,
    Capacity capacity,
    Duration cooldown,
    List<String> subnets,
    String healthCheckType,
    Duration grace,
    List<String> terminationPolicies,
    boolean shieldNew) {

  public GroupSettings {
    subnets = List.copyOf(subnets);
    terminationPolicies = List.copyOf(terminationPolicies);
  }

  GroupSettings with(Capacity changed) {
    return new GroupSettings(
        template,
        changed,
        cooldown,
        subnets,
        healthCheckType,
        grace,
        terminationPolicies,
        shieldNew);
  }
}
