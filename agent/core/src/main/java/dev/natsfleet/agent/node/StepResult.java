package dev.natsfleet.agent.node;

import java.util.List;

/**
 * The outcome of one signal.
 *
 * @param node what is known then
 * @param actions to take, in any order
 */
public record StepResult(Node node, List<Action> actions) {

  public StepResult {
    actions = List.copyOf(actions);
  }
}
