package dev.natsfleet.agent.route;

import dev.natsfleet.registry.Liveness;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.util.Collection;
import java.util.HashMap;
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
 * @param liveness who is alive, as this node saw it
 * @param firstPulse the pulse of each row when it was seen first; a row whose pulse has changed
 *     since is proof of life, one that has not may be what a dead node left behind
 * @param closed addresses that refused a route when they were probed last
 * @param peers the explicit routes
 * @param linked names of the servers that ours is linked to
 * @param quiet how many looks at the rows in a row showed nobody coming, going or changing state,
 *     with the same links
 */
public record Mesh(
    List<NodeRow> rows,
    boolean read,
    Liveness liveness,
    Map<String, String> firstPulse,
    Set<String> closed,
    List<Peer> peers,
    Set<String> linked,
    int quiet) {

  /** A node that has not looked yet and remembers these routes. */
  public static Mesh remembering(List<Peer> peers) {
    return new Mesh(List.of(), false, Liveness.NONE, Map.of(), Set.of(), peers, Set.of(), 0);
  }

  public Mesh {
    rows = List.copyOf(rows);
    firstPulse = Map.copyOf(firstPulse);
    closed = Set.copyOf(closed);
    peers = List.copyOf(peers);
    linked = Set.copyOf(linked);
  }

  /** After the rows were read. */
  public Mesh observe(List<NodeRow> newest, long nowNanos) {
    Liveness seen = liveness.observe(newest, nowNanos);
    int calm = News.of(newest).equals(News.of(rows)) ? quiet + 1 : 0;
    return new Mesh(newest, true, seen, firstPulses(newest), closed, peers, linked, calm);
  }

  /** After the rows could not be read. */
  public Mesh blinded() {
    Liveness unseen = liveness.blinded();
    return new Mesh(rows, read, unseen, firstPulse, closed, peers, linked, quiet);
  }

  /** After a probe: these refused. */
  public Mesh probed(Collection<String> refused) {
    return new Mesh(rows, read, liveness, firstPulse, Set.copyOf(refused), peers, linked, quiet);
  }

  /** With these explicit routes. */
  public Mesh routed(List<Peer> chosen) {
    return new Mesh(rows, read, liveness, firstPulse, closed, chosen, linked, quiet);
  }

  /** After the monitor told the links. */
  public Mesh linked(Set<String> servers) {
    int calm = servers.equals(linked) ? quiet : 0;
    return new Mesh(rows, read, liveness, firstPulse, closed, peers, servers, calm);
  }

  /** Whether the row changed before this node's eyes, not only once before it looked. */
  boolean pulsed(NodeRow row) {
    return !row.pulse().equals(firstPulse.get(row.ip()));
  }

  private Map<String, String> firstPulses(List<NodeRow> newest) {
    Map<String, String> first = new HashMap<>();
    newest.forEach(row -> first.put(row.ip(), firstPulse.getOrDefault(row.ip(), row.pulse())));
    return first;
  }

  /** What of a row matters to peers: its heartbeats alone are no news. */
  private record News(String ip, String boot, @Nullable NodeState state) {

    static Set<News> of(Collection<NodeRow> rows) {
      return rows.stream().map(News::of).collect(Collectors.toUnmodifiableSet());
    }

    private static News of(NodeRow row) {
      return switch (row) {
        case NodeRow.Fleet fleet ->
            new News(row.ip(), fleet.beat().who().boot(), fleet.beat().report().state());
        case NodeRow.Original original -> new News(original.ip(), "", null);
      };
    }
  }
}
