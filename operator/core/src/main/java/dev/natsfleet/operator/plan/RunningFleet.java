package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.CloudSnapshot;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a fleet that runs goes on with when something that its specification names cannot be found:
 * the template or the subnets of its group. A group that was never opened has no fleet.
 */
final class RunningFleet {
  private RunningFleet() {}

  /** The resources with the template that the group launches from, if it is running. */
  static Optional<DesiredResources> holdTemplate(
      ClusterSnapshot cluster, DesiredResources resources) {
    return running(cluster).flatMap(group -> template(cluster, group)).map(resources::withTemplate);
  }

  /** The resources with the subnets that the group launches in, if it is running. */
  static Optional<DesiredResources> holdSubnets(
      ClusterSnapshot cluster, DesiredResources resources) {
    return running(cluster).map(NodeGroup::subnets).map(resources::withSubnets);
  }

  private static Optional<NodeGroup> running(ClusterSnapshot cluster) {
    return cluster
        .group()
        .filter(group -> !group.deleting() && !group.size().equals(GroupSize.CLOSED));
  }

  private static Optional<LaunchTemplate.Version> template(
      ClusterSnapshot cluster, NodeGroup group) {
    Optional<LaunchTemplate> template = cluster.cloud().value().flatMap(CloudSnapshot::template);
    return Stream.concat(
            Optional.ofNullable(group.templateVersion()).stream(),
            template.map(LaunchTemplate::defaultVersion).stream())
        .flatMap(number -> template.flatMap(t -> t.version(number)).stream())
        .findFirst();
  }
}
