/**
 * What shippers report of their logs, and how far the output files are.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.audit.AuditWatcher} follows the audit bucket; a
 * partition puts the offsets that it has committed into its {@link
 * dev.natsfleet.logs.receiver.audit.OffsetIndex}. Way out: {@link
 * dev.natsfleet.logs.receiver.audit.AuditStore} and the index, which the status compares.
 */
@NullMarked
package dev.natsfleet.logs.receiver.audit;

import org.jspecify.annotations.NullMarked;
