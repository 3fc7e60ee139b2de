/**
 * The shipper's memory on disk: one text file, replaced as a whole.
 *
 * <p>Way in: {@link dev.natsfleet.logs.checkpoint.CheckpointFile}. Way out: a {@link
 * dev.natsfleet.logs.checkpoint.Memory}, from which work goes on. Only acknowledged offsets are
 * written; a generation is written down before its first byte is sent.
 */
@NullMarked
package dev.natsfleet.logs.checkpoint;

import org.jspecify.annotations.NullMarked;
