/**
 * The peers of a node: which ones get an explicit route, and which ones it waits for.
 *
 * <p>Way in: {@link dev.natsfleet.agent.route.Mesh}, which holds the rows, links and probes that
 * were seen last. Way out: {@link dev.natsfleet.agent.route.RouteSelection#choose} and {@link
 * dev.natsfleet.agent.route.ExpectedPeers}.
 */
@NullMarked
package dev.natsfleet.agent.route;

import org.jspecify.annotations.NullMarked;
