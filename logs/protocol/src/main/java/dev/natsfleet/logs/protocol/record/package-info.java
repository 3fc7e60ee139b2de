/**
 * What travels through NATS: subjects, the header of a record, its payload, and the rule by which
 * the records of a log join.
 *
 * <p>Way in: {@link dev.natsfleet.logs.protocol.record.Subjects} for subjects, {@link
 * dev.natsfleet.logs.protocol.record.RecordCodec} for headers, {@link
 * dev.natsfleet.logs.protocol.record.BundlePacker} and {@link
 * dev.natsfleet.logs.protocol.record.BundleUnpacker} for payloads. Way out: {@link
 * dev.natsfleet.logs.protocol.record.RecordHeader}, and {@link
 * dev.natsfleet.logs.protocol.record.OffsetChain}, which judges whether a record continues its log,
 * repeats it or leaves a gap. Nothing here touches the world.
 */
@NullMarked
package dev.natsfleet.logs.protocol.record;

import org.jspecify.annotations.NullMarked;
