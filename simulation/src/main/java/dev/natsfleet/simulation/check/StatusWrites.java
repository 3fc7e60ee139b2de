package dev.natsfleet.simulation.check;

import dev.natsfleet.simulation.call.CallSource;
import dev.natsfleet.simulation.call.RemoteService;
import dev.natsfleet.simulation.world.SimulatedWorld;

/** Whether an operator can say what it sees: where it cannot, an old status is not its lie. */
final class StatusWrites {

  private StatusWrites() {}

  static boolean areAllowed(SimulatedWorld world) {
    return world
        .faults()
        .find(new CallSource("operator", ""), RemoteService.KUBERNETES, "ClusterStatus.patch")
        .isEmpty();
  }
}
