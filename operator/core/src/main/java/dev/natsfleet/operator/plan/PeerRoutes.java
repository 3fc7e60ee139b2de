package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.NodeReport;
import java.util.List;

/**
 * The second witness of a server whose agent is not heard: the routes of its peers. One witness is
 * not enough, since a server outlives its agent's way to the registry.
 */
final class PeerRoutes {
  private PeerRoutes() {}

  /** Whether peers are heard, and none of them has more routes than there are other such peers. */
  static boolean isUnlinked(ObservedNode silent, PlanContext context) {
    List<NodeReport> peers =
        context.nodes().stream()
            .filter(node -> !node.equals(silent))
            .filter(ObservedNode::alive)
            .flatMap(node -> node.report().stream())
            .toList();
    return !peers.isEmpty()
        && peers.stream().allMatch(r -> 0 <= r.routesUp() && r.routesUp() < peers.size());
  }
}
