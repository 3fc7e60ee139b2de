package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The second witness of a server whose agent is not heard: the routes of its peers. One witness is
 * not enough, since a server outlives its agent's way to the registry.
 */
final class PeerRoutes {
  /** States in which a server has all its routes; others have fewer, or none any more. */
  private static final Set<NodeState> LINKED =
      EnumSet.of(NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

  private PeerRoutes() {}

  /**
   * Whether linked peers are heard, and none of them has more routes than there are other such
   * peers. A peer that starts or leaves is not counted: nobody has to have a route to it, so that
   * the route that is there might be the one to the silent server.
   */
  static boolean isUnlinked(ObservedNode silent, PlanContext context) {
    List<NodeReport> peers =
        context.nodes().stream()
            .filter(node -> !node.equals(silent))
            .filter(ObservedNode::alive)
            .flatMap(node -> node.report().stream())
            .filter(report -> LINKED.contains(report.state()))
            .toList();
    return !peers.isEmpty()
        && peers.stream().allMatch(r -> 0 <= r.routesUp() && r.routesUp() < peers.size());
  }
}
