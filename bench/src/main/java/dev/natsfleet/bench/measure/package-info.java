/**
 * Benchmarks of natsfleet's log pipeline alone: memory during a backlog, latency, idle files,
 * recovery after a crash, and a soak with random kills.
 *
 * <p>Way in: one class per benchmark with a method {@code run}. Way out: {@link
 * dev.natsfleet.bench.measure.Measurement}s, the rows of a table.
 */
@NullMarked
package dev.natsfleet.bench.measure;

import org.jspecify.annotations.NullMarked;
