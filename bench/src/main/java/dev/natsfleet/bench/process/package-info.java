/**
 * Runs programs as processes and measures their CPU time and memory.
 *
 * <p>Way in: {@link dev.natsfleet.bench.process.Testbed}, a broker and the programs around it in a
 * directory of their own; closing it ends them all. Way out: {@link
 * dev.natsfleet.bench.process.ProcessCost}.
 */
@NullMarked
package dev.natsfleet.bench.process;

import org.jspecify.annotations.NullMarked;
