/**
 * Connections to NATS as the environment describes them.
 *
 * <p>Way in: {@link dev.natsfleet.logs.connect.NatsOptions}. Way out: jnats options that know the
 * TLS files and the credentials, or a connection that is made again for ever, also the first time.
 */
@NullMarked
package dev.natsfleet.logs.connect;

import org.jspecify.annotations.NullMarked;
