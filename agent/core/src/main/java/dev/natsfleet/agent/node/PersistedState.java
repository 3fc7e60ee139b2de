package dev.natsfleet.agent.node;

import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.OrderReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node keeps on disk, so that it can go on without the registry after a restart.
 *
 * @param settings that nats-server runs with, or null
 * @param peers the explicit routes
 * @param order the outcome of the newest order, or null
 * @param launched whether the launch hook is completed
 * @param ending whether nats-server was asked to end
 */
public record PersistedState(
    @Nullable NodeSettings settings,
    List<Peer> peers,
    @Nullable OrderReport order,
    boolean launched,
    boolean ending) {

  /** The state of a new node. */
  public static final PersistedState NONE = new PersistedState(null, List.of(), null, false, false);

  public PersistedState {
    peers = List.copyOf(peers);
  }
}
