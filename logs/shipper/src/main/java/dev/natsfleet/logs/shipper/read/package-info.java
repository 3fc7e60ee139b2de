/**
 * The logs, their generations, and how far each was read and acknowledged.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.read.Catalog}, which finds logs, keeps their
 * generations true to the files ({@link dev.natsfleet.logs.shipper.read.LogRotation}), and restores
 * them from a checkpoint. Way out: {@link dev.natsfleet.logs.shipper.read.GenerationReader} reads
 * the current {@link dev.natsfleet.logs.shipper.read.Generation} of a {@link
 * dev.natsfleet.logs.shipper.read.TrackedLog}; the sender moves the generation's read cursor, and
 * an acknowledgement its ack cursor. One thread owns all of it.
 *
 * <p>Whoever only sends or reports knows a generation as {@link
 * dev.natsfleet.logs.shipper.read.SentGeneration} or {@link
 * dev.natsfleet.logs.shipper.read.ReadGeneration}.
 *
 * <p>It stands on {@code files} (where bytes are), {@code rotation} (what became of a log) and
 * {@code identity} (which file it is); none of these knows it. Only this package joins them: it
 * observes files, has the observation judged, and applies the outcome.
 */
@NullMarked
package dev.natsfleet.logs.shipper.read;

import org.jspecify.annotations.NullMarked;
