package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.registry.Journal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal's other half: a replacement stays open until the cluster is whole again, and while
 * one is open no other node is disturbed (invariants 3 and 11).
 */
final class Recovery {

  private static final String REPLACEMENT = StepWords.replacement("");

  private Recovery() {}

  /** Holds every disruption while a replacement is open. */
  static void hold(Situation situation, Draft draft) {
    List<String> open = ids(situation).filter(id -> unrecovered(id, situation)).toList();
    if (!open.isEmpty()) {
      draft.hold();
      draft.await(
          Reason.RECOVERING,
          "%s was begun and the cluster is not whole again; nothing else is disturbed until it is"
              .formatted(String.join(", ", open)));
    }
  }

  /** Ends what was begun and is wanted no more, since its effect is there. */
  static void close(Situation situation, Draft draft) {
    ids(situation)
        .filter(id -> !Rollback.remembers(id))
        .filter(id -> !draft.plans(id) && !unrecovered(id, situation))
        .forEach(draft::end);
  }

  /** Ends whatever is not planned again: a cluster that is taken down does not recover. */
  static void closeAll(Situation situation, Draft draft) {
    ids(situation).filter(id -> !draft.plans(id)).forEach(draft::end);
  }

  private static boolean unrecovered(String id, Situation situation) {
    return id.startsWith(REPLACEMENT)
        && !situation.whole()
        && !untouched(id.substring(REPLACEMENT.length()), situation);
  }

  /** Noted, never made, and well: the operator was killed in between. */
  private static boolean untouched(String instance, Situation situation) {
    return situation.inService().stream()
        .filter(node -> node.instance().equals(instance))
        .anyMatch(Node::serving);
  }

  private static Stream<String> ids(Situation situation) {
    return situation.registry().journal().stream().map(Journal.Entry::id);
  }
}
