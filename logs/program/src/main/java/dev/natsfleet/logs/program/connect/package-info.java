/**
 * Connections to NATS, and what both programs ask of a stream.
 *
 * <p>Way in: {@link dev.natsfleet.logs.program.connect.NatsOptions} with the settings. Way out:
 * jnats options with TLS and credentials, or a connection that retries without end. {@link
 * dev.natsfleet.logs.program.connect.LastMessage} and {@link
 * dev.natsfleet.logs.program.connect.StreamCapacity} read one stream, {@link
 * dev.natsfleet.logs.program.connect.StreamValidator} refuses one that would lose lines.
 */
@NullMarked
package dev.natsfleet.logs.program.connect;

import org.jspecify.annotations.NullMarked;
