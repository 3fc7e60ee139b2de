package dev.natsfleet.agent.node;

import java.util.function.Predicate;

/**
 * The condition of a line in a table.
 *
 * @param words the condition as the reference prints it, after "when"
 * @param test the same as code
 */
record RuleCondition(String words, Predicate<NodeView> test) {

  static RuleCondition when(String words, Predicate<NodeView> test) {
    return new RuleCondition(words, test);
  }

  boolean isMet(NodeView view) {
    return test.test(view);
  }
}
