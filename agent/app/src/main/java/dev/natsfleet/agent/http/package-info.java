/**
 * HTTP on this host: calls to the monitor of nats-server, and the agent's own endpoints.
 *
 * <p>Way in: {@link dev.natsfleet.agent.http.BlockingHttp#get} and {@link
 * dev.natsfleet.agent.http.HttpEndpoints}. Way out: a status and a text.
 */
@NullMarked
package dev.natsfleet.agent.http;

import org.jspecify.annotations.NullMarked;
