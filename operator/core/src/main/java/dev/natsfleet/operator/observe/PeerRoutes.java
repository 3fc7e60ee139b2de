package dev.natsfleet.operator.observe;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The second witness of a server whose agent is not heard: the routes of its peers. One witness is
 * not enough, since a server outlives its agent's way to the registry. Since when no peer has told
 * of a route to a node is remembered: a monitor that answers nonsense once, or a peer that has just
 * joined and is not in the others' reports yet, looks the same for a moment. An observer that could
 * not look, or has just started, begins to count anew.
 */
final class PeerRoutes {
  /** States in which a server has all its routes; others have fewer, or none any more. */
  private static final Set<NodeState> LINKED =
      EnumSet.of(NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

  private final EpisodeHistory episodes = new EpisodeHistory();

  /**
   * For how long no peer has told of a route to each node, by instance id.
   *
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(List<ObservedNode> nodes, long nanos) {
    return episodes.observe(
        nodes.stream()
            .filter(node -> isUnlinked(node, nodes))
            .collect(
                Collectors.toMap(
                    ObservedNode::instance, node -> "without routes", (one, same) -> one)),
        nanos);
  }

  /**
   * Whether linked peers are heard and none of them is linked to the silent server. Whoever names
   * it is a witness for it, in whatever state.
   */
  private static boolean isUnlinked(ObservedNode silent, List<ObservedNode> nodes) {
    List<NodeReport> heard =
        nodes.stream()
            .filter(node -> !node.equals(silent))
            .flatMap(node -> node.report().stream())
            .toList();
    List<NodeReport> peers =
        heard.stream().filter(report -> LINKED.contains(report.state())).toList();
    boolean named = heard.stream().anyMatch(report -> report.isLinkedTo(silent.server()));
    return !named && !peers.isEmpty() && areExplained(peers);
  }

  /**
   * Whether the peers name what they are linked to, or else have exactly as many routes as there
   * are other such peers, so that none is left that could lead to the silent server: where one of
   * the peers is cut off, a route that is only counted may be the one to the silent server. A peer
   * that starts or leaves is not counted, since nobody has to have a route to it.
   */
  private static boolean areExplained(List<NodeReport> peers) {
    return peers.stream().allMatch(report -> report.linkedServers().isPresent())
        || peers.stream().allMatch(report -> report.routesUp() == peers.size() - 1);
  }
}
