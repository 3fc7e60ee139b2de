package dev.natsfleet.simulation.node;

import dev.natsfleet.simulation.clock.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The links between the nats-servers. Two servers that reach one another are linked if one of them
 * has an explicit route to the other, or hears of it from a third (gossip). A link to a server that
 * has ended is lost at once; one to a server that does not answer is lost when pings have failed.
 */
public final class RouteMesh {

  /** Routes are pinged each 30 s, and lost after two pings without an answer. */
  private static final Duration PINGS = Duration.ofSeconds(75);

  private static final Duration ROUND = Duration.ofSeconds(1);

  private record Pair(String one, String other) {}

  private final VirtualClock clock;
  private final Collection<SimulatedMachine> machines;
  private final Set<String> zonesCut = new TreeSet<>();
  private final Set<Pair> linksCut = new HashSet<>();
  private final Map<Pair, Long> lastSeen = new LinkedHashMap<>();
  private final Map<String, Set<String>> links = new TreeMap<>();

  /**
   * A mesh that looks after itself once it is started.
   *
   * @param machines all there are; read at each round
   */
  public RouteMesh(VirtualClock clock, Collection<SimulatedMachine> machines) {
    this.clock = clock;
    this.machines = machines;
  }

  /** Begins to make and lose links. */
  public void start() {
    clock.every(ROUND, this::update);
  }

  /** Names of the servers that this one is linked to. */
  public Set<String> linksOf(String server) {
    return links.getOrDefault(server, Set.of());
  }

  /** Cuts a zone from the others, or ends that. */
  public void cutZone(String zone, boolean cut) {
    if (cut) {
      zonesCut.add(zone);
    } else {
      zonesCut.remove(zone);
    }
  }

  /** Cuts two machines from one another, or ends that. */
  public void cutLink(String one, String other, boolean cut) {
    for (Pair pair : List.of(new Pair(one, other), new Pair(other, one))) {
      if (cut) {
        linksCut.add(pair);
      } else {
        linksCut.remove(pair);
      }
    }
  }

  /** Whether a connection from one machine to the other is answered. */
  boolean isReachable(SimulatedMachine from, String ip) {
    return machines.stream()
        .filter(to -> to.ip().equals(ip) && to.server().isRunning())
        .anyMatch(to -> !isCut(from, to));
  }

  private void update() {
    List<SimulatedMachine> running =
        machines.stream().filter(m -> m.isOn() && m.server().isRunning()).toList();
    Map<Pair, Long> next = new LinkedHashMap<>();
    for (int i = 0; i < running.size(); i++) {
      for (SimulatedMachine other : running.subList(i + 1, running.size())) {
        update(running.get(i), other, next);
      }
    }
    lastSeen.clear();
    lastSeen.putAll(next);
    links.clear();
    for (Pair pair : next.keySet()) {
      links.computeIfAbsent(pair.one(), one -> new TreeSet<>()).add(pair.other());
      links.computeIfAbsent(pair.other(), one -> new TreeSet<>()).add(pair.one());
    }
  }

  private void update(SimulatedMachine one, SimulatedMachine other, Map<Pair, Long> next) {
    Pair pair = new Pair(one.id(), other.id());
    boolean answers =
        one.server().isResponsive() && other.server().isResponsive() && !isCut(one, other);
    Long seen = lastSeen.get(pair);
    if (answers && (seen != null || isKnown(one, other))) {
      next.put(pair, clock.nanos());
    } else if (seen != null && clock.nanos() - seen < PINGS.toNanos()) {
      next.put(pair, seen);
    }
  }

  private boolean isKnown(SimulatedMachine one, SimulatedMachine other) {
    List<String> shared = new ArrayList<>(linksOf(one.id()));
    shared.retainAll(linksOf(other.id()));
    return one.server().routes().contains(other.ip())
        || other.server().routes().contains(one.ip())
        || !shared.isEmpty();
  }

  private boolean isCut(SimulatedMachine one, SimulatedMachine other) {
    boolean zones =
        !one.zone().equals(other.zone())
            && (zonesCut.contains(one.zone()) || zonesCut.contains(other.zone()));
    return one.isIsolated()
        || other.isIsolated()
        || zones
        || linksCut.contains(new Pair(one.id(), other.id()));
  }
}
