/**
 * From the stream of a partition to its output files, in order and exactly once.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.partition.PartitionWorker}, the thread of one
 * partition. Its session reads messages, the sequencer puts the records of each log in order, the
 * writer appends them to the {@code store}, and commits make them durable in groups. Way out: files
 * and their journal; {@link dev.natsfleet.logs.receiver.partition.PartitionState}, which the status
 * shows and by which streams are purged.
 */
@NullMarked
package dev.natsfleet.logs.receiver.partition;

import org.jspecify.annotations.NullMarked;
