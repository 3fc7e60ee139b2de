/**
 * Lines that know themselves, and the oracle that says what became of them.
 *
 * <p>Way in: {@link dev.natsfleet.bench.lines.LineMaker} writes them. Way out: {@link
 * dev.natsfleet.bench.lines.Tally}, from {@link dev.natsfleet.bench.lines.Oracle}.
 */
@NullMarked
package dev.natsfleet.bench.lines;

import org.jspecify.annotations.NullMarked;
