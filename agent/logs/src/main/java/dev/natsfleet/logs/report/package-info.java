/**
 * A receiver seen from outside, on loopback.
 *
 * <p>Way in: {@link dev.natsfleet.logs.report.ReceiverPages} serves {@code /metrics}, {@code
 * /healthz} and {@code /status}. Way out: {@link dev.natsfleet.logs.report.ReceiverTable} asks it
 * and shows people a table.
 */
@NullMarked
package dev.natsfleet.logs.report;

import org.jspecify.annotations.NullMarked;
