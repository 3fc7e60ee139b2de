package dev.natsfleet.simulation.operator;

import dev.natsfleet.operator.reconcile.Outcome;
import java.util.List;

/** Is told what operators do. */
public interface OperatorObserver {

  /** A whole pass begins. */
  void passBegins(String operator);

  /** A whole pass has ended by itself, and its status is written unless that was refused. */
  void passEnded(String operator, Outcome outcome);

  /**
   * A call is about to reach its service.
   *
   * @param call port and method, such as {@code NodeGroups.terminate}
   * @param arguments of the method
   */
  void calling(String operator, String call, List<?> arguments);
}
