/**
 * Renders the shipper's status as JSON, as metrics and as a table.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.report.ShipperEndpoints}, which asks the loop for a
 * {@link dev.natsfleet.logs.shipper.loop.ShipperStatus} at each local HTTP request. Way out: the
 * pages {@code /status}, {@code /metrics} and {@code /healthz}, and {@link
 * dev.natsfleet.logs.shipper.report.ShipperStatusTable}, which the command {@code status} prints.
 */
@NullMarked
package dev.natsfleet.logs.shipper.report;

import org.jspecify.annotations.NullMarked;
