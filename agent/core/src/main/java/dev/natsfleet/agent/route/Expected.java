package dev.natsfleet.agent.route;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The peers that a node should be linked to: alive, and with a running nats-server by their own
 * word. Original aws-nats nodes are not counted: their rows do not say whether they serve.
 *
 * @param self address of the node
 * @param alive how long a row may stay unchanged
 */
public record Expected(String self, Duration alive) {

  private static final Set<NodeState> RUNNING =
      Set.of(NodeState.STARTING, NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

  /** The peers that should be linked. */
  public List<NodeRow.Fleet> peers(Mesh mesh) {
    return mesh.rows().stream()
        .filter(row -> !row.ip().equals(self))
        .filter(row -> mesh.liveness().alive(row.ip(), alive))
        .filter(NodeRow.Fleet.class::isInstance)
        .map(NodeRow.Fleet.class::cast)
        .filter(row -> RUNNING.contains(row.beat().report().state()))
        .toList();
  }

  /** Of these, the ones without a link. */
  public List<NodeRow.Fleet> missing(Mesh mesh) {
    return peers(mesh).stream()
        .filter(row -> !mesh.linked().contains(row.beat().who().server()))
        .toList();
  }

  /**
   * Of the missing, the ones that a joining node waits for: not those which neither changed since
   * they were seen nor take a connection, for they are what dead nodes left behind.
   */
  public List<NodeRow.Fleet> awaited(Mesh mesh) {
    return missing(mesh).stream()
        .filter(row -> mesh.pulsed(row) || !mesh.closed().contains(row.ip()))
        .toList();
  }

  /** Of the missing, the ones whose life is not proven by a change of their row. */
  public List<NodeRow.Fleet> doubtful(Mesh mesh) {
    return missing(mesh).stream().filter(row -> !mesh.pulsed(row)).toList();
  }
}
