/**
 * Which peers nats-server is told of, and which of them a node waits for.
 *
 * <p>Way in: {@link dev.natsfleet.agent.route.Mesh}, which learns rows, links and probes. Way out:
 * {@link dev.natsfleet.agent.route.Routes#choose} and the mesh's expected and missing peers.
 */
@NullMarked
package dev.natsfleet.agent.route;

import org.jspecify.annotations.NullMarked;
