/**
 * Streams as receivers keep and read them.
 *
 * <p>Way in: {@link dev.natsfleet.logs.stream.Streams} creates a partition's stream or checks the
 * one that is there; {@link dev.natsfleet.logs.stream.Feed} reads one in order from a position;
 * {@link dev.natsfleet.logs.stream.Positions} publishes how far each copy is, and deletes what
 * every copy has. Way out: messages, and no other trust in the server than that what it hands out
 * is what it has.
 */
@NullMarked
package dev.natsfleet.logs.stream;

import org.jspecify.annotations.NullMarked;
