/**
 * The shipper's loop: look, read, send, take in what is stored, write it down.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.Shipper}, whose one thread owns files, ledger and
 * connection. Way out: messages in the stream, and {@link dev.natsfleet.logs.shipper.Status} for
 * people and Prometheus, which is asked of that thread.
 */
@NullMarked
package dev.natsfleet.logs.shipper;

import org.jspecify.annotations.NullMarked;
