/**
 * Benchmark lines that carry a counter and a hash, and the check that counts lost, duplicated,
 * reordered and damaged ones.
 *
 * <p>Way in: {@link dev.natsfleet.bench.lines.LineGenerator} writes lines, {@link
 * dev.natsfleet.bench.lines.DeliveryCheck} reads them back. Way out: {@link
 * dev.natsfleet.bench.lines.DeliveryCounts}.
 */
@NullMarked
package dev.natsfleet.bench.lines;

import org.jspecify.annotations.NullMarked;
