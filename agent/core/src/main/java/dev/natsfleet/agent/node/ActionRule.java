package dev.natsfleet.agent.node;

import java.util.function.Function;

/**
 * One line of the table of actions.
 *
 * @param kind of the action
 * @param when what must hold
 * @param action makes the action
 * @param why the reason, as the reference prints it
 */
record ActionRule(
    ActionKind kind, RuleCondition when, Function<NodeView, Action> action, String why) {

  /** A rule for an action that needs nothing but its kind. */
  static ActionRule plain(ActionKind kind, RuleCondition when, String why) {
    return new ActionRule(kind, when, view -> new Action.Plain(kind), why);
  }

  boolean isDue(NodeView view) {
    return view.node().schedule().isDue(kind, view.now()) && when.isMet(view);
  }
}
