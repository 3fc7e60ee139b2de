/**
 * The two programs of the log pipeline.
 *
 * <p>Way in: {@link dev.natsfleet.logs.ShipperMain} and {@link dev.natsfleet.logs.ReceiverMain},
 * started by {@code bin/natsfleet-shipper} and {@code bin/natsfleet-receiver} with the environment
 * that {@code docs/reference/log-variables.md} lists. Way out: exit code 143 or 130 after a signal,
 * 2 when the environment cannot be used, 1 when the state directory cannot.
 */
@NullMarked
package dev.natsfleet.logs;

import org.jspecify.annotations.NullMarked;
