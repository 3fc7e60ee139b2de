package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Cloud;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Size;
import java.util.Optional;

/**
 * The way back from a first creation that was refused for good: what it made goes. A cluster whose
 * row is written, a group that was ever opened and a table that holds a row are never touched.
 */
final class Retreat {

  private static final String WHY = "the creation was refused, and nothing half-made stays behind";

  private Retreat() {}

  /** The plan of the way back, if the cluster is one that was never there. */
  static Optional<Plan> plan(Observed observed, Note refusal) {
    return observed
        .cloud()
        .seen()
        .flatMap(cloud -> observed.registry().seen().map(r -> situation(observed, cloud, r)))
        .filter(Retreat::unfounded)
        .map(situation -> write(situation, refusal));
  }

  private static Situation situation(Observed observed, Cloud cloud, Registry registry) {
    return new Situation(observed, cloud, registry, observed.nodes());
  }

  private static boolean unfounded(Situation situation) {
    Registry registry = situation.registry();
    return !situation.wish().deleting()
        && Obstacles.foreign(situation).isEmpty()
        && registry.cluster().isEmpty()
        && registry.rows().isEmpty()
        && situation.nodes().isEmpty()
        && situation.group().map(Group::size).orElse(Size.CLOSED).equals(Size.CLOSED);
  }

  private static Plan write(Situation situation, Note refusal, Draft draft) {
    situation.group().ifPresent(group -> group(group, draft));
    situation.template().ifPresent(t -> draft.step(new Step.DeleteTemplate(WHY)));
    switch (situation.registry().tables()) {
      case ACTIVE, PARTIAL -> draft.step(new Step.DeleteTables(WHY));
      case CREATING, DELETING ->
          draft.bar(Reason.TABLES_NOT_READY, "the tables are on their way; " + WHY);
      case ABSENT, RELEASED, FOREIGN -> {}
    }
    return draft.refuse(refusal.reason(), refusal.message()).done(false);
  }

  private static Plan write(Situation situation, Note refusal) {
    String message =
        refusal.message()
            + "; nothing of the new cluster is kept, and its creation is tried again after pauses"
            + " of 15 s to 5 min, or at once when the specification changes";
    return write(situation, new Note(refusal.reason(), message), new Draft());
  }

  private static void group(Group group, Draft draft) {
    if (group.deleting()) {
      draft.bar(Reason.GROUP_LEAVING, "the group is being deleted; " + WHY);
    } else {
      draft.step(new Step.DeleteGroup(WHY));
    }
  }
}
