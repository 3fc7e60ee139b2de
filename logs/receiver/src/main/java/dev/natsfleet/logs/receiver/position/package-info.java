/**
 * How far each copy is in each partition, for all receivers to see, and the purge that follows from
 * it.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.position.CopyRegistration} before a partition is
 * read, {@link dev.natsfleet.logs.receiver.position.StreamMaintenance} every few seconds after
 * that. Way out: {@link dev.natsfleet.logs.receiver.stream.CopyPositions} in the bucket, and
 * streams without what every copy has.
 */
@NullMarked
package dev.natsfleet.logs.receiver.position;

import org.jspecify.annotations.NullMarked;
