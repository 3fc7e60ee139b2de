/**
 * Virtual time: one thread, one queue of timers, no waiting.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.clock.VirtualClock#after}. Way out: the timers that
 * are due run in the order of their times, and of two at the same time the one that was set first
 * runs first. What happens goes into {@link dev.natsfleet.simulation.clock.EventLog}, whose digest
 * says whether two runs were the same.
 */
@NullMarked
package dev.natsfleet.simulation.clock;

import org.jspecify.annotations.NullMarked;
