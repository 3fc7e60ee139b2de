package dev.natsfleet.registry;

import org.jspecify.annotations.Nullable;

/**
 * What a node sees, at the time of its heartbeat.
 *
 * @param state where it is in its life
 * @param why why it is not further, or an empty string
 * @param routesUp peers linked to its nats-server, as nats-server counts them ({@code /varz} {@code
 *     remotes}); -1 while unknown
 * @param routesExpected live peers in the registry, itself left out
 * @param clients client connections; -1 while unknown
 * @param restarts how often nats-server crashed and was started again since the agent's start
 * @param configDigest {@code config_digest} that nats-server shows, or an empty string
 * @param order what became of the newest order, or null if there never was one
 */
public record NodeReport(
    NodeState state,
    String why,
    int routesUp,
    int routesExpected,
    int clients,
    int restarts,
    String configDigest,
    @Nullable OrderReport order) {}
