package dev.natsfleet.simulation.fault;

import dev.natsfleet.simulation.world.SimulatedWorld;

/** What a kind of fault does. */
@FunctionalInterface
interface FaultEffect {

  /** Begins it; the action ends it. */
  Runnable begin(SimulatedWorld world, FaultArguments arguments);
}
