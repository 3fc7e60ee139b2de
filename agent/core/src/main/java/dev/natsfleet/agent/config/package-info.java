/**
 * The text of nats-server.conf, as a pure function of settings, identity and routes.
 *
 * <p>Way in: {@link dev.natsfleet.agent.config.ServerConfig#render}. Way out: a text that depends
 * on its input alone, so that an unchanged node is never reloaded, and {@link
 * dev.natsfleet.agent.config.ReloadDecision}: whether a change needs a restart.
 */
@NullMarked
package dev.natsfleet.agent.config;

import org.jspecify.annotations.NullMarked;
