/**
 * Sends records to JetStream in order, and knows at every moment what is stored.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.publish.Session}, a connection that sends until it
 * is not certain what the stream has, and is then closed. Way out: messages in the stream; {@link
 * dev.natsfleet.logs.shipper.publish.Window} moves the {@link
 * dev.natsfleet.logs.shipper.publish.Ledger} and the generations behind acknowledged messages, and
 * {@link dev.natsfleet.logs.shipper.publish.StreamSync} moves them to what the stream has before
 * the next session sends. This is go-back-N; there are no message ids and no futures for lines.
 *
 * <p>It knows packages {@code read} and {@code identity}, and neither the loop nor checkpoints.
 */
@NullMarked
package dev.natsfleet.logs.shipper.publish;

import org.jspecify.annotations.NullMarked;
