package dev.natsfleet.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node sees, at the time of its heartbeat.
 *
 * @param state the node's lifecycle state
 * @param why reason why the node has not reached the next state, or an empty string
 * @param routesUp peers linked to its nats-server, as nats-server counts them ({@code /varz} {@code
 *     remotes}); -1 while unknown
 * @param routesExpected number of live peers in the registry, without the node itself
 * @param clients client connections; -1 while unknown
 * @param crashes ends of nats-server that nobody asked for, since the agent's start
 * @param configDigest {@code config_digest} of the running nats-server, or an empty string
 * @param order outcome of the newest order, or null if there was none
 * @param linked names of the servers behind {@code routesUp}, separated by spaces; an empty string
 *     if there is none, or if they are not told: see {@link #linkedServers}
 */
public record NodeReport(
    NodeState state,
    String why,
    int routesUp,
    int routesExpected,
    int clients,
    int crashes,
    String configDigest,
    @Nullable OrderReport order,
    String linked) {

  /** More names would not fit into the one write unit of DynamoDB that a heartbeat takes. */
  private static final int MOST_NAMES = 24;

  /**
   * The names as {@link #linked} holds them; none if there are too many, or if they do not explain
   * the count, which was read at another moment.
   */
  public static String linked(int routesUp, Collection<String> servers) {
    boolean told = servers.size() == routesUp && routesUp <= MOST_NAMES;
    return told ? String.join(" ", servers.stream().sorted().toList()) : "";
  }

  /** The servers that its nats-server is linked to, by name; empty while they are not known. */
  public Optional<Set<String>> linkedServers() {
    if (routesUp == 0) {
      return Optional.of(Set.of());
    }
    return linked.isEmpty()
        ? Optional.empty()
        : Optional.of(Set.copyOf(List.of(linked.split(" "))));
  }

  /** Whether the server is among those that are told. */
  public boolean isLinkedTo(String server) {
    return linkedServers().filter(servers -> servers.contains(server)).isPresent();
  }
}
