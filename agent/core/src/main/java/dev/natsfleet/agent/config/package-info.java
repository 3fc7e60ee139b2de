/**
 * The text of nats-server.conf, as a pure function of settings, identity and routes.
 *
 * <p>Way in: {@link dev.natsfleet.agent.config.ServerConfig#render}. Way out: a text that is equal
 * whenever its content is equal, so that an unchanged node is never reloaded.
 */
@NullMarked
package dev.natsfleet.agent.config;

import org.jspecify.annotations.NullMarked;
