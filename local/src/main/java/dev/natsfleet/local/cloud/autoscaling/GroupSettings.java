package dev.natsfleet.local.cloud.autoscaling;

import java.time.Duration;
import java.util.List;

/**
 * The settings of a group.
 *
 * @param protectNewInstances whether new instances are protected from scale-in
 */
public record GroupSettings(
    GroupTemplate template,
    Capacity capacity,
    Duration cooldown,
    List<String> subnets,
    String healthCheckType,
    Duration grace,
    List<String> terminationPolicies,
    boolean protectNewInstances) {

  public GroupSettings {
    subnets = List.copyOf(subnets);
    terminationPolicies = List.copyOf(terminationPolicies);
  }

  GroupSettings withCapacity(Capacity changed) {
    return new GroupSettings(
        template,
        changed,
        cooldown,
        subnets,
        healthCheckType,
        grace,
        terminationPolicies,
        protectNewInstances);
  }
}
