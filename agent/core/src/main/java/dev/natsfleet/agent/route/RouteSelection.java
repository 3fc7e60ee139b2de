package dev.natsfleet.agent.route;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Chooses the explicit routes of a node. A newcomer is added at once. A peer is dropped only when
 * its row says LEFT, is gone after the peer was seen leaving, or refuses routes after its row went,
 * or has been silent or missing for the period after which rows are forgotten; and even then not
 * while a link to it is up: a live peer dropped on both sides would never come back (invariant 8).
 * A row that is gone is no proof: a person may have deleted it. Silence is none while nobody knows
 * the links, because our server's monitor does not answer.
 *
 * @param self address of the node, which is no peer of itself
 * @param port on which our own nodes take routes
 * @param forget the silence or absence after which a route is dropped
 * @param linksKnown whether the monitor has just shown the links
 */
public record RouteSelection(String self, int port, Duration forget, boolean linksKnown) {

  private static final Duration UNTIL_KNOWN = Duration.ofDays(365);

  /** The peers, in an order that depends on their addresses alone. */
  public List<Peer> choose(Mesh mesh) {
    SortedMap<String, Peer> chosen = new TreeMap<>();
    mesh.rows().stream()
        .filter(row -> isWanted(row, mesh))
        .map(row -> Peer.of(row, port))
        .forEach(peer -> chosen.put(peer.ip(), peer));
    Stream.concat(
            mesh.peers().stream().filter(peer -> mesh.linked().contains(peer.server())),
            mesh.missed(linksKnown ? forget : UNTIL_KNOWN).stream())
        .forEach(peer -> chosen.putIfAbsent(peer.ip(), peer));
    chosen.remove(self);
    return List.copyOf(chosen.values());
  }

  /** The routes as nats-server.conf spells them. */
  public static List<String> urls(Collection<Peer> peers) {
    return peers.stream().sorted(Comparator.naturalOrder()).map(Peer::url).toList();
  }

  private boolean isWanted(NodeRow row, Mesh mesh) {
    boolean silent = mesh.liveness().silence(row.ip()).compareTo(forget) >= 0;
    return !hasLeft(row) && !(silent && linksKnown);
  }

  private static boolean hasLeft(NodeRow row) {
    return row instanceof NodeRow.Managed managed
        && managed.beat().report().state() == NodeState.LEFT;
  }
}
