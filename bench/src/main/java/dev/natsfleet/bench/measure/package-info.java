/**
 * What is measured of our pipeline alone: memory at a backlog, latency, rest, recovery.
 *
 * <p>Way in: one class for each, with {@code run}. Way out: rows for a table.
 */
@NullMarked
package dev.natsfleet.bench.measure;

import org.jspecify.annotations.NullMarked;
