package dev.natsfleet.registry;

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
 */
public record NodeReport(
    NodeState state,
    String why,
    int routesUp,
    int routesExpected,
    int clients,
    int crashes,
    String configDigest,
    @Nullable OrderReport order) {}
