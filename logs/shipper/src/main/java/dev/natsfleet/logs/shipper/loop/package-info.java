/**
 * The loop that joins the parts of the shipper: it refreshes the catalog, reads the active logs,
 * sends what was read, settles what is stored, and writes checkpoints and the audit.
 *
 * <p>Way in: {@link dev.natsfleet.logs.shipper.loop.Shipper}, whose one thread owns files, ledger
 * and connection. Way out: {@link dev.natsfleet.logs.shipper.loop.BatchSender} hands lines to a
 * session; {@link dev.natsfleet.logs.shipper.loop.StatusQueries} answers other threads with a
 * {@link dev.natsfleet.logs.shipper.loop.ShipperStatus}.
 *
 * <p>It knows packages {@code checkpoint}, {@code publish}, {@code read} and {@code files}; only
 * {@code report} and the main class know it.
 */
@NullMarked
package dev.natsfleet.logs.shipper.loop;

import org.jspecify.annotations.NullMarked;
