/**
 * Benchmarks of the log pipeline: whole processes, side by side with peers, every line checked.
 *
 * <p>Way in: {@link dev.natsfleet.bench.BenchMain}. Way out: Markdown tables on standard output.
 */
@NullMarked
package dev.natsfleet.bench;

import org.jspecify.annotations.NullMarked;
