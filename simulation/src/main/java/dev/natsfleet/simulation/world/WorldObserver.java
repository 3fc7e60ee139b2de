package dev.natsfleet.simulation.world;

import dev.natsfleet.agent.node.Node;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.simulation.node.NodeObserver;
import dev.natsfleet.simulation.node.SimulatedMachine;
import dev.natsfleet.simulation.operator.OperatorObserver;
import java.util.List;

/** Is told of what operators and agents do, and overrides the methods for what it looks at. */
public interface WorldObserver extends NodeObserver, OperatorObserver {

  @Override
  default void stepped(SimulatedMachine machine, Node before, Node after) {}

  @Override
  default void passBegins(String operator) {}

  @Override
  default void passEnded(String operator, Outcome outcome) {}

  @Override
  default void calling(String operator, String call, List<?> arguments) {}
}
