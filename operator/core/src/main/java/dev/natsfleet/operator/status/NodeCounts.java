package dev.natsfleet.operator.status;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes are ready, how many there are and how many there should be.
 *
 * @param ready members that serve with every route up
 * @param replicas members that come or are in service
 * @param desired nodes that are wanted
 */
record NodeCounts(int ready, int replicas, int desired) {

  /** As the cluster was observed. */
  static NodeCounts of(ClusterSnapshot cluster) {
    long ready = cluster.nodes().stream().filter(ObservedNode::isReady).count();
    long replicas =
        cluster.nodes().stream()
            .filter(n -> n.member().lifecycle().isInService() || n.member().lifecycle().isComing())
            .count();
    return new NodeCounts(Math.toIntExact(ready), Math.toIntExact(replicas), desired(cluster));
  }

  /** The same, where what cannot be observed now is what was observed last. */
  static NodeCounts of(ClusterSnapshot cluster, @Nullable NatsClusterStatus before) {
    NodeCounts seen = of(cluster);
    if (before == null) {
      return seen;
    } else if (cluster.cloud().failure().isPresent()) {
      return new NodeCounts(before.ready(), before.replicas(), before.desired());
    }
    return cluster.isRegistryTrusted()
        ? seen
        : new NodeCounts(
            Math.min(before.ready(), seen.replicas()), seen.replicas(), seen.desired());
  }

  boolean isComplete() {
    return ready >= desired;
  }

  /** What all nodes report, or null while they differ or none reports. */
  static @Nullable String agreed(
      ClusterSnapshot cluster, Function<ObservedNode, Optional<String>> fact) {
    List<String> reported =
        cluster.nodes().stream().flatMap(n -> fact.apply(n).stream()).distinct().toList();
    return reported.size() == 1 ? reported.getFirst() : null;
  }

  /** Nodes that are wanted; a group that has not got its size yet says nothing about that. */
  private static int desired(ClusterSnapshot cluster) {
    CorePool core = cluster.desired().spec().core();
    if (core == null || cluster.desired().deleting()) {
      return 0;
    }
    return core.capacityOwner() == CapacityOwner.External
        ? cluster
            .group()
            .filter(group -> !group.size().equals(GroupSize.CLOSED))
            .map(NodeGroup::desired)
            .orElse(core.desired())
        : core.desired();
  }
}
