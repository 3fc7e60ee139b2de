/**
 * The streams of the partitions: created, checked, and read in order.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.stream.PartitionStreams} creates a partition's
 * stream or checks the one that is there; {@link dev.natsfleet.logs.receiver.stream.StreamReader}
 * reads one in order from a position; {@link dev.natsfleet.logs.receiver.stream.ServerFailover}
 * leaves a server through which none can be reached. Way out: {@link
 * dev.natsfleet.logs.receiver.stream.ReceivedMessage}s. The NATS client is called here and nowhere
 * else in the receiver: the others pass a {@link dev.natsfleet.logs.receiver.stream.NatsConnection}
 * on, and a refusal reaches them as an IOException. Positions, leases and audits have a class each
 * that reads and writes their bucket.
 */
@NullMarked
package dev.natsfleet.logs.receiver.stream;

import org.jspecify.annotations.NullMarked;
