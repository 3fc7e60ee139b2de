package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import dev.natsfleet.operator.port.Group;
import java.util.List;
import java.util.function.Predicate;

/** What the group itself is busy with, and what is not well in it. */
final class Progress {

  private Progress() {}

  static void write(Situation situation, Draft draft) {
    situation.group().ifPresent(group -> write(situation, group, draft));
  }

  private static void write(Situation situation, Group group, Draft draft) {
    List<String> coming = names(situation, n -> n.member().lifecycle().coming());
    List<String> leaving = names(situation, n -> n.member().lifecycle().leaving());
    int missing = group.desired() - situation.staying().size();
    if (!coming.isEmpty() || missing > 0) {
      draft.await(
          Reason.NODES_STARTING,
          "%d of %d nodes are in service; starting: %s"
              .formatted(situation.inService().size(), group.desired(), coming));
    }
    if (!leaving.isEmpty()) {
      draft.await(Reason.NODES_LEAVING, "leaving: " + leaving);
    }
    List<String> unwell = names(situation, n -> n.member().lifecycle().inService() && !n.ready());
    if (!unwell.isEmpty()) {
      draft.warn(Reason.NODES_NOT_SERVING, "in service and not serving with all routes: " + unwell);
    }
    if (group.failures().inARow() >= Healing.PATIENCE) {
      draft.warn(
          Reason.LAUNCHES_FAILING,
          "the last %d launches failed: %s"
              .formatted(group.failures().inARow(), group.failures().message()));
    }
  }

  private static List<String> names(Situation situation, Predicate<Node> which) {
    return situation.nodes().stream().filter(which).map(Node::instance).toList();
  }
}
