/**
 * What operator, agent and log programs share to be seen from outside. It knows nothing of what
 * they do.
 *
 * <p>Way in: a program builds its {@link dev.natsfleet.monitoring.Endpoints} from {@link
 * dev.natsfleet.monitoring.MetricFamily} and {@link dev.natsfleet.monitoring.JsonFields}. Way out:
 * a {@link dev.natsfleet.monitoring.Response} per path, which {@link
 * dev.natsfleet.monitoring.EndpointServer} serves over HTTP, and {@link
 * dev.natsfleet.monitoring.UnixSocketServer} on a socket in a directory.
 */
@NullMarked
package dev.natsfleet.monitoring;

import org.jspecify.annotations.NullMarked;
