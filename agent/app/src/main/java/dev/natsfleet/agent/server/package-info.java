/**
 * The nats-server process of this node: its configuration file, its life, its monitor.
 *
 * <p>Way in: {@link dev.natsfleet.agent.server.NatsServer}. Way out: whether a configuration was
 * accepted, what the monitor says, and the process's end.
 */
@NullMarked
package dev.natsfleet.agent.server;

import org.jspecify.annotations.NullMarked;
