/**
 * What travels through NATS: subjects, the header line of a record, and the rule by which records
 * of a file join.
 *
 * <p>Way in: {@link dev.natsfleet.logs.wire.Partition} for subjects, {@link
 * dev.natsfleet.logs.wire.RecordCodec} for headers, {@link dev.natsfleet.logs.wire.Bundle} for
 * payloads. Way out: {@link dev.natsfleet.logs.wire.RecordHeader}, and {@link
 * dev.natsfleet.logs.wire.Chain}, which says of each record whether it continues its file, repeats
 * it or leaves a gap. Nothing here touches the world.
 */
@NullMarked
package dev.natsfleet.logs.wire;

import org.jspecify.annotations.NullMarked;
