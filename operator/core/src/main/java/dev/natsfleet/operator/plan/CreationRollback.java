package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroup;
import java.util.Optional;

/**
 * The plan after a first creation was refused for good: what it made is deleted. A cluster whose
 * row is written, a group that ever had a size and a table that holds a row are never touched.
 */
final class CreationRollback {

  private static final String WHY = "the creation was refused, and nothing half-made stays behind";

  private CreationRollback() {}

  /** The plan of the way back, if the cluster never served. */
  static Optional<Plan> plan(ClusterSnapshot cluster, Note refusal) {
    return context(cluster).map(context -> plan(context, refusal));
  }

  /** What the way back is planned from, if the cluster never served. */
  static Optional<PlanContext> context(ClusterSnapshot cluster) {
    return PlanContext.of(cluster).filter(CreationRollback::isFirstCreation);
  }

  private static boolean isFirstCreation(PlanContext context) {
    return !context.desired().deleting()
        && Preconditions.foreign(context).isEmpty()
        && Preconditions.unmarked(context).isEmpty()
        && context.registry().cluster().isEmpty()
        && context.registry().rows().isEmpty()
        && context.nodes().isEmpty()
        && context.group().map(NodeGroup::size).orElse(GroupSize.CLOSED).equals(GroupSize.CLOSED);
  }

  private static Plan plan(PlanContext context, Note refusal) {
    PlanBuilder plan = new PlanBuilder();
    context.group().ifPresent(group -> deleteGroup(group, plan));
    context.template().ifPresent(t -> plan.step(new Step.DeleteTemplate(WHY)));
    switch (context.registry().tables()) {
      case ACTIVE, PARTIAL -> plan.step(new Step.DeleteTables(WHY));
      case CREATING, DELETING ->
          plan.postpone(Reason.TABLES_NOT_READY, "the tables are being created or deleted; " + WHY);
      case ABSENT, FOREIGN -> {}
    }
    return plan.refuse(
            refusal.reason(),
            refusal.message()
                + "; nothing of the new cluster is kept, and its creation is tried again after"
                + " pauses of 15 s to 5 min, or at once when the specification changes")
        .build(false);
  }

  private static void deleteGroup(NodeGroup group, PlanBuilder plan) {
    if (group.deleting()) {
      plan.postpone(Reason.GROUP_LEAVING, "the group is being deleted; " + WHY);
    } else {
      plan.step(new Step.DeleteGroup(WHY));
    }
  }
}
