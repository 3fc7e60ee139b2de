/**
 * What the two programs say of themselves.
 *
 * <p>Way in: {@link dev.natsfleet.logs.report.ShipperPages} and {@link
 * dev.natsfleet.logs.report.ReceiverPages} make pages of a status. Way out: {@link
 * dev.natsfleet.logs.report.ShipperTable} and {@link dev.natsfleet.logs.report.ReceiverTable} make
 * tables for people of what those pages say.
 */
@NullMarked
package dev.natsfleet.logs.report;

import org.jspecify.annotations.NullMarked;
