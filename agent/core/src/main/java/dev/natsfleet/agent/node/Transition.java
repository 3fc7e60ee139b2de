package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeState;
import java.util.EnumSet;
import java.util.Set;

/**
 * One line of the table of transitions.
 *
 * @param from the states in which it is looked at
 * @param when what must hold
 * @param to the state that follows
 * @param why the reason, as the reference prints it
 */
record Transition(Set<NodeState> from, RuleCondition when, NodeState to, String why) {

  static Transition line(NodeState from, RuleCondition when, NodeState to, String why) {
    return new Transition(EnumSet.of(from), when, to, why);
  }

  boolean canFollow(NodeView view) {
    return from.contains(view.node().state()) && when.isMet(view);
  }

  /** The node after it: with what is wrong with its server, or no problem once it serves. */
  Node apply(NodeView view) {
    Node node = view.node();
    String complaint = node.server().complaint();
    String known = complaint.isEmpty() ? node.life().problem() : complaint;
    String problem = to == NodeState.SERVING ? "" : known;
    return node.with(new Node.Life(to, view.now(), problem));
  }
}
