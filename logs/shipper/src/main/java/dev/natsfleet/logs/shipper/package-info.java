/**
 * The shipper: a program that sends the lines of log files to a stream.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.ShipperMain}, started by {@code
 * bin/natsfleet-shipper} with the environment that {@code docs/reference/log-variables.md} lists.
 * Way out: exit code 143 or 130 after a signal, 2 when the environment cannot be used, 1 when the
 * state directory cannot.
 */
@NullMarked
package dev.natsfleet.logs.shipper;

import org.jspecify.annotations.NullMarked;
