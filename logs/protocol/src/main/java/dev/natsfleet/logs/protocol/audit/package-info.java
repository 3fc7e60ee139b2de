/**
 * What a shipper reports to have read and published, so that receivers can compare it with what
 * they wrote.
 *
 * <p>Way in: a shipper fills a {@link dev.natsfleet.logs.protocol.audit.AuditHead} and {@link
 * dev.natsfleet.logs.protocol.audit.AuditPage}s and puts them, encoded by {@link
 * dev.natsfleet.logs.protocol.audit.AuditCodec}, under {@link
 * dev.natsfleet.logs.protocol.audit.AuditKey}s of the {@link
 * dev.natsfleet.logs.protocol.audit.AuditBucket}. Way out: a receiver reads them back, and {@link
 * dev.natsfleet.logs.protocol.audit.OffsetComparison} compares each log with what is written of it.
 */
@NullMarked
package dev.natsfleet.logs.protocol.audit;

import org.jspecify.annotations.NullMarked;
