/**
 * The nats-server process of this node, its configuration file and its monitor.
 *
 * <p>Way in: {@link dev.natsfleet.agent.server.NatsServer}. Way out: whether a configuration was
 * accepted, what the monitor answers, and the end of the process as a Vert.x future.
 */
@NullMarked
package dev.natsfleet.agent.server;

import org.jspecify.annotations.NullMarked;
