/**
 * The shipper as people run it: its own process, a real nats-server, files that are really rotated.
 *
 * <p>Way in: {@link dev.natsfleet.logs.pipeline.Pipeline}. Way out: {@link
 * dev.natsfleet.logs.pipeline.Oracle}, which compares byte for byte what the stream holds with what
 * {@link dev.natsfleet.logs.pipeline.LogWriter} wrote.
 */
@NullMarked
package dev.natsfleet.logs.pipeline;

import org.jspecify.annotations.NullMarked;
