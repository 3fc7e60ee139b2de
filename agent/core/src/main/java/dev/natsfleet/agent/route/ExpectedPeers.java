package dev.natsfleet.agent.route;

import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The peers that a node should be linked to: those that are alive and report a running nats-server.
 * Original aws-nats nodes are not counted: their rows do not say whether they serve.
 *
 * @param self address of the node
 * @param alive how long a row may stay unchanged
 */
public record ExpectedPeers(String self, Duration alive) {

  private static final Set<NodeState> RUNNING =
      Set.of(NodeState.STARTING, NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

  private static final Set<NodeState> LINKED =
      Set.of(NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

  /** The peers that should be linked. */
  public List<NodeRow.Managed> peers(Mesh mesh) {
    return mesh.rows().stream()
        .filter(row -> !row.ip().equals(self))
        .filter(row -> mesh.liveness().isAlive(row.ip(), alive))
        .filter(NodeRow.Managed.class::isInstance)
        .map(NodeRow.Managed.class::cast)
        .filter(row -> RUNNING.contains(row.beat().report().state()))
        .toList();
  }

  /**
   * Whether our server has no link, and most of the cluster is linked without it: more than half of
   * all say that they have routes to at least half of the others, and none of them has a route more
   * than there are others. Both sides have to say so: a monitor may be mistaken.
   */
  public boolean areLinkedWithoutUs(Mesh mesh) {
    List<Integer> routes =
        peers(mesh).stream()
            .map(row -> row.beat().report())
            .filter(report -> LINKED.contains(report.state()))
            .map(NodeReport::routesUp)
            .toList();
    long linked = routes.stream().filter(up -> up > 0 && up * 2 >= routes.size() - 1).count();
    return mesh.linked().isEmpty()
        && linked * 2 > routes.size() + 1
        && routes.stream().allMatch(up -> up < routes.size());
  }

  /** The expected peers without a link. */
  public List<NodeRow.Managed> missing(Mesh mesh) {
    return peers(mesh).stream()
        .filter(row -> !mesh.linked().contains(row.beat().who().server()))
        .toList();
  }

  /**
   * The missing peers that a joining node waits for. A peer whose row has not changed since it was
   * first seen and that refuses connections is dead, and is not waited for.
   */
  public List<NodeRow.Managed> awaited(Mesh mesh) {
    return missing(mesh).stream()
        .filter(row -> mesh.hasPulsed(row) || !mesh.closed().contains(row.ip()))
        .toList();
  }

  /** The missing peers whose row has not changed yet, so that nothing proves them alive. */
  public List<NodeRow.Managed> doubtful(Mesh mesh) {
    return missing(mesh).stream().filter(row -> !mesh.hasPulsed(row)).toList();
  }
}
