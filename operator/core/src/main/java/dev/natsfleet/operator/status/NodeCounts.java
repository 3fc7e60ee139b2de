package dev.natsfleet.operator.status;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.NodeGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes are ready and how many there should be.
 *
 * @param ready members that serve with every route up; while the registry cannot be trusted,
 *     members that are in service, since each of them completed its launch hook by serving
 * @param desired nodes that are wanted
 */
record NodeCounts(int ready, int desired) {

  static NodeCounts of(ClusterSnapshot cluster) {
    boolean trusted = cluster.isRegistryTrusted();
    long ready =
        cluster.nodes().stream()
            .filter(node -> trusted ? node.isReady() : node.member().lifecycle().isInService())
            .count();
    return new NodeCounts(Math.toIntExact(ready), desired(cluster));
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

  private static int desired(ClusterSnapshot cluster) {
    CorePool core = cluster.desired().spec().core();
    if (core == null || cluster.desired().deleting()) {
      return 0;
    }
    return core.capacityOwner() == CapacityOwner.External
        ? cluster.group().map(NodeGroup::desired).orElse(core.desired())
        : core.desired();
  }
}
