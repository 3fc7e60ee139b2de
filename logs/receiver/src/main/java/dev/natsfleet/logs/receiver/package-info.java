/**
 * The receiver: from the streams of its partitions to one file per host.
 *
 * <p>Way in: {@link dev.natsfleet.logs.receiver.ReceiverMain}, started by {@code
 * bin/natsfleet-receiver} with the environment that {@code docs/reference/log-variables.md} lists.
 * {@link dev.natsfleet.logs.receiver.Receiver} gives each partition that it owns a worker. Way out:
 * files, and exit code 143 or 130 after a signal, 2 when the environment cannot be used, 1 when the
 * state directory cannot.
 */
@NullMarked
package dev.natsfleet.logs.receiver;

import org.jspecify.annotations.NullMarked;
