package dev.natsfleet.simulation.check;

import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.world.SimulatedWorld;
import dev.natsfleet.simulation.world.WorldObserver;
import java.util.function.BiConsumer;

/** Invariant 8: an agent does not drop the route to a server that its own is linked to. */
record RouteCheck(SimulatedWorld world, BiConsumer<Rule, String> report) implements WorldObserver {

  @Override
  public void stepped(SimulatedMachine machine, Node before, Node after) {
    if (!before.mesh().peers().equals(after.mesh().peers())) {
      before.mesh().peers().stream()
          .filter(peer -> !after.mesh().peers().contains(peer))
          .filter(peer -> isAlive(machine, peer))
          .forEach(
              peer ->
                  report.accept(
                      Rule.LIVE_PEER_DROPPED,
                      "%s drops the route to %s, whose server serves"
                          .formatted(machine.id(), peer.server())));
    }
  }

  private boolean isAlive(SimulatedMachine machine, Peer peer) {
    return world.mesh().linksOf(machine.id()).contains(peer.server())
        && world
            .machines()
            .find(peer.server())
            .filter(other -> other.isOn() && other.server().isServing())
            .isPresent();
  }
}
