/**
 * Programs under measurement, each its own process, with what they cost.
 *
 * <p>Way in: {@link dev.natsfleet.bench.process.Rig}, one broker and the programs around it in a
 * directory of their own; closing it ends them by their ids. Way out: {@link
 * dev.natsfleet.bench.process.Cost}.
 */
@NullMarked
package dev.natsfleet.bench.process;

import org.jspecify.annotations.NullMarked;
