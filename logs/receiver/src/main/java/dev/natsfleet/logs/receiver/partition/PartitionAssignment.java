package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.stream.StreamPosition;

/**
 * A partition that this receiver is to write.
 *
 * @param lease that gives the right to
 * @param start position behind which the copy begins when the journal knows nothing
 * @param state what this process knows of the partition
 * @param fresh whether the copy was not in the bucket before this process
 */
public record PartitionAssignment(
    Lease lease, StreamPosition start, PartitionState state, boolean fresh) {}
