/**
 * Everything that one simulated cluster touches, wired under one clock.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.world.SimulatedWorld}, made from a seed and a
 * specification. Way out: its parts, which faults change and checks read, and a {@link
 * dev.natsfleet.simulation.world.WorldObserver} that is told of what operators and agents do.
 */
@NullMarked
package dev.natsfleet.simulation.world;

import org.jspecify.annotations.NullMarked;
