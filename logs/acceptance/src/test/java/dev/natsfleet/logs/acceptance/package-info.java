/**
 * The shipper as people run it: its own process, a real nats-server, files that are really rotated.
 *
 * <p>Way in: {@link dev.natsfleet.logs.acceptance.Pipeline}. Way out: {@link
 * dev.natsfleet.logs.acceptance.StreamOracle}, which compares byte for byte what the stream holds
 * with what {@link dev.natsfleet.logs.acceptance.LogWriter} wrote.
 */
@NullMarked
package dev.natsfleet.logs.acceptance;

import org.jspecify.annotations.NullMarked;
