package dev.natsfleet.simulation.node;

import dev.natsfleet.agent.node.Node;

/** Is told of every step of every agent. */
@FunctionalInterface
public interface NodeObserver {

  /** An agent has taken a signal. */
  void stepped(SimulatedMachine machine, Node before, Node after);
}
