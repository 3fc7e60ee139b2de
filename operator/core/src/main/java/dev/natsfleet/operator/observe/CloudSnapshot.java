package dev.natsfleet.operator.observe;

import dev.natsfleet.operator.port.Instances.ObservedInstance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The AWS side.
 *
 * @param group the Auto Scaling group
 * @param template the launch template
 * @param instances ours, as EC2 sees them
 * @param unchanged for how long the group has had the same members in service
 */
public record CloudSnapshot(
    Optional<NodeGroup> group,
    Optional<LaunchTemplate> template,
    List<ObservedInstance> instances,
    Duration unchanged) {

  public CloudSnapshot {
    instances = List.copyOf(instances);
  }

  /** The instance, as long as EC2 lists it. */
  public Optional<ObservedInstance> instance(String id) {
    return instances.stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** Whether the instance is terminated, or so long gone that EC2 has forgotten it. */
  public boolean hasEnded(String id) {
    return instance(id).map(i -> i.state() == State.TERMINATED).orElse(true);
  }
}
