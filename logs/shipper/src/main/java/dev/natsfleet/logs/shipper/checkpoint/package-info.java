/**
 * What the shipper has to know after a restart: one text file, replaced as a whole.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.checkpoint.CheckpointFile}, which writes logs and
 * ledger. Way out: a {@link dev.natsfleet.logs.shipper.checkpoint.Checkpoint}, from which the next
 * run restores them. Only acknowledged offsets are written, and a generation is written before its
 * first byte is sent.
 *
 * <p>It knows packages {@code publish}, {@code read} and {@code identity}; only {@code loop} knows
 * it.
 */
@NullMarked
package dev.natsfleet.logs.shipper.checkpoint;

import org.jspecify.annotations.NullMarked;
