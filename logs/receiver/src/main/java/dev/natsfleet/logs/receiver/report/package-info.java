/**
 * The receiver's status as JSON, as metrics and as a table.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.report.ReceiverEndpoints} serves a status over
 * local HTTP. Way out: {@link dev.natsfleet.logs.receiver.report.ReceiverStatusTable} renders what
 * those endpoints serve for people.
 */
@NullMarked
package dev.natsfleet.logs.receiver.report;

import org.jspecify.annotations.NullMarked;
