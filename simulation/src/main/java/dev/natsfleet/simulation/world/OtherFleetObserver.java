package dev.natsfleet.simulation.world;

import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.simulation.operator.OperatorObserver;
import java.util.List;

/** Hears of the calls of an operator whose object, Service and status are another Kubernetes'. */
record OtherFleetObserver(OperatorObserver world) implements OperatorObserver {

  @Override
  public void passBegins(String operator) {}

  @Override
  public void passEnded(String operator, Outcome outcome) {}

  @Override
  public void calling(String operator, String call, List<?> arguments) {
    if (!call.startsWith("ServiceEndpoints") && !call.startsWith("ClusterStatus")) {
      world.calling(operator, call, arguments);
    }
  }
}
