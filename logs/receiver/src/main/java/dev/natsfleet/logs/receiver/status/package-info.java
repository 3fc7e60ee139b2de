/**
 * What a receiver is doing, as one value.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.status.StatusBuilder} is given the state and the
 * worker of each partition, and the audits of shippers. Way out: {@link
 * dev.natsfleet.logs.receiver.status.ReceiverStatus}, which {@code report} renders.
 */
@NullMarked
package dev.natsfleet.logs.receiver.status;

import org.jspecify.annotations.NullMarked;
