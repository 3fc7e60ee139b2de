package dev.natsfleet.agent.route;

import dev.natsfleet.registry.Liveness;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a node knows of its peers.
 *
 * @param rows as read last
 * @param read whether the rows have ever been read
 * @param liveness which rows change, as this node saw it
 * @param firstPulse the pulse of each row when it was seen first; a row whose pulse has changed
 *     since is proof of life, one that has not may be what a dead node left behind
 * @param closed addresses that refused a route when they were probed last
 * @param peers the explicit routes
 * @param lost addresses of routes whose row is gone although its node was not leaving, and since
 *     when, in nanoseconds of the node's monotonic clock
 * @param linked names of the servers that ours is linked to
 * @param quiet how often in a row the rows were read without a change of members, states or links
 */
public record Mesh(
    List<NodeRow> rows,
    boolean read,
    Liveness liveness,
    Map<String, String> firstPulse,
    Set<String> closed,
    List<Peer> peers,
    Map<String, Long> lost,
    Set<String> linked,
    int quiet) {

  private static final Set<NodeState> LEAVING =
      Set.of(NodeState.DRAINING, NodeState.STOPPED, NodeState.LEFT);

  /** A node that has not read the rows yet and has these routes on disk. */
  public static Mesh restored(List<Peer> peers) {
    return new Mesh(
        List.of(), false, Liveness.NONE, Map.of(), Set.of(), peers, Map.of(), Set.of(), 0);
  }

  public Mesh {
    rows = List.copyOf(rows);
    firstPulse = Map.copyOf(firstPulse);
    closed = Set.copyOf(closed);
    peers = List.copyOf(peers);
    lost = Map.copyOf(lost);
    linked = Set.copyOf(linked);
  }

  /** After the rows were read. */
  public Mesh observe(List<NodeRow> newest, long nowNanos) {
    Liveness seen = liveness.observe(newest, nowNanos);
    int calm = PeerState.of(newest).equals(PeerState.of(rows)) ? quiet + 1 : 0;
    Map<String, Long> missed = missed(newest, nowNanos);
    Set<String> refused = new HashSet<>(closed);
    refused.removeIf(ip -> missed.containsKey(ip) && !lost.containsKey(ip)); // an older answer
    return new Mesh(newest, true, seen, firstPulses(newest), refused, peers, missed, linked, calm);
  }

  /** After the rows could not be read. */
  public Mesh withFailedRead() {
    Liveness unseen = liveness.afterFailedRead();
    return new Mesh(rows, read, unseen, firstPulse, closed, peers, lost, linked, quiet);
  }

  /** After a probe: these addresses refused the connection. */
  public Mesh withRefused(Collection<String> refused) {
    return new Mesh(
        rows, read, liveness, firstPulse, Set.copyOf(refused), peers, lost, linked, quiet);
  }

  /** With these explicit routes. */
  public Mesh withRoutes(List<Peer> chosen) {
    return new Mesh(rows, read, liveness, firstPulse, closed, chosen, lost, linked, quiet);
  }

  /** After the monitor showed the links. */
  public Mesh withLinks(Set<String> servers) {
    int calm = servers.equals(linked) ? quiet : 0;
    return new Mesh(rows, read, liveness, firstPulse, closed, peers, lost, servers, calm);
  }

  /** Whether the row has changed since this node read it first, which proves life. */
  boolean hasPulsed(NodeRow row) {
    return !row.pulse().equals(firstPulse.get(row.ip()));
  }

  /**
   * Peers whose row went less than this time ago without their being seen leaving, and whose server
   * has not refused a route since. A row that a person deletes comes back with the next heartbeat.
   */
  public List<Peer> missed(Duration forget) {
    return peers.stream()
        .filter(peer -> isLost(peer.ip(), forget) && !closed.contains(peer.ip()))
        .toList();
  }

  private boolean isLost(String ip, Duration forget) {
    Long since = lost.get(ip);
    return since != null && liveness.lastReadNanos() - since < forget.toNanos();
  }

  private Map<String, Long> missed(Collection<NodeRow> newest, long nowNanos) {
    Set<String> present = newest.stream().map(NodeRow::ip).collect(Collectors.toSet());
    long unread = liveness.readFailed() ? nowNanos - liveness.lastReadNanos() : 0;
    Map<String, Long> next = new HashMap<>();
    peers.stream()
        .map(Peer::ip)
        .filter(ip -> !present.contains(ip) && (lost.containsKey(ip) || hasVanished(ip)))
        .forEach(ip -> next.put(ip, lost.containsKey(ip) ? lost.get(ip) + unread : nowNanos));
    return next;
  }

  /** Whether it was there when the rows were read last and not leaving, or they never were read. */
  private boolean hasVanished(String ip) {
    return !read || rows.stream().anyMatch(row -> row.ip().equals(ip) && !isLeaving(row));
  }

  private static boolean isLeaving(NodeRow row) {
    return row instanceof NodeRow.Managed managed
        && LEAVING.contains(managed.beat().report().state());
  }

  private Map<String, String> firstPulses(List<NodeRow> newest) {
    Map<String, String> first = new HashMap<>();
    newest.forEach(row -> first.put(row.ip(), firstPulse.getOrDefault(row.ip(), row.pulse())));
    return first;
  }

  /** The part of a row whose change matters to peers; a heartbeat alone changes nothing. */
  private record PeerState(String ip, String boot, @Nullable NodeState state) {

    static Set<PeerState> of(Collection<NodeRow> rows) {
      return rows.stream().map(PeerState::of).collect(Collectors.toUnmodifiableSet());
    }

    private static PeerState of(NodeRow row) {
      return switch (row) {
        case NodeRow.Managed managed ->
            new PeerState(row.ip(), managed.beat().who().boot(), managed.beat().report().state());
        case NodeRow.Original original -> new PeerState(original.ip(), "", null);
      };
    }
  }
}
