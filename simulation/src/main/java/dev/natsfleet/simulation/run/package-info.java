/**
 * Runs of stories: one, thousands, and the way from a failing one to a short one.
 *
 * <p>Way in: {@link dev.natsfleet.simulation.run.SimulationMain} from the command line, {@link
 * dev.natsfleet.simulation.run.Simulation#run} from a test. Way out: {@link
 * dev.natsfleet.simulation.run.SimulationResult}.
 */
@NullMarked
package dev.natsfleet.simulation.run;

import org.jspecify.annotations.NullMarked;
