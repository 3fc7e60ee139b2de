package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;

/**
 * One line of the table in {@link DeletionPlan}: a part of a cluster that is deleted or released.
 *
 * @param part of the cluster
 * @param scope when the rule is asked
 * @param plans what it adds to a plan
 * @param place why it stands where it stands
 * @param planner the rule itself
 */
record DeletionPart(String part, Scope scope, String plans, String place, Planner planner) {

  /** When a rule is asked. */
  enum Scope {
    RELEASED("Retain"),
    ENDED("Delete, RetainData"),
    ERASED("Delete"),
    KEPT("RetainData, when nothing of the parts before is left");

    private final String text;

    Scope(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    private boolean includes(DeletionPolicy policy, boolean left) {
      return switch (this) {
        case RELEASED -> policy == DeletionPolicy.Retain;
        case ENDED -> policy != DeletionPolicy.Retain;
        case ERASED -> policy == DeletionPolicy.Delete;
        case KEPT -> policy == DeletionPolicy.RetainData && !left;
      };
    }
  }

  /** Adds to a plan. */
  @FunctionalInterface
  interface Planner {

    /** Gives whether the part is left, so that the cluster is not gone after this plan. */
    boolean isLeftBy(PlanContext context, PlanBuilder plan);
  }

  /** A rule that the end of the deletion does not wait for. */
  static DeletionPart released(
      String part, Scope scope, String plans, String place, PlanRule.Planner planner) {
    return new DeletionPart(
        part,
        scope,
        plans,
        place,
        (context, plan) -> {
          planner.plan(context, plan);
          return false;
        });
  }

  /** Adds to the plan; gives whether anything of this part or of those before is left. */
  boolean isLeftBy(PlanContext context, PlanBuilder plan, boolean left) {
    boolean asked = scope.includes(context.spec().deletionPolicy(), left);
    return (asked && planner.isLeftBy(context, plan)) || left;
  }
}
