package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;

/**
 * One line of the table in {@link DeletionPlan}: a part of a cluster that is deleted or released.
 *
 * @param part of the cluster
 * @param policies under which the rule is asked
 * @param plans what it adds to a plan
 * @param place why it stands where it stands
 * @param planner the rule itself
 */
record DeletionPart(
    String part, PolicyMatch policies, String plans, String place, Planner planner) {

  /** The deletion policies under which a rule is asked. */
  enum PolicyMatch {
    RETAIN("Retain"),
    DELETE_OR_RETAIN_DATA("Delete, RetainData"),
    DELETE("Delete"),
    RETAIN_DATA_AT_THE_END("RetainData, when nothing of the parts before is left");

    private final String text;

    PolicyMatch(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    private boolean includes(DeletionPolicy policy, boolean left) {
      return switch (this) {
        case RETAIN -> policy == DeletionPolicy.Retain;
        case DELETE_OR_RETAIN_DATA -> policy != DeletionPolicy.Retain;
        case DELETE -> policy == DeletionPolicy.Delete;
        case RETAIN_DATA_AT_THE_END -> policy == DeletionPolicy.RetainData && !left;
      };
    }
  }

  /** Adds to a plan. */
  @FunctionalInterface
  interface Planner {

    /** Gives whether the part is left, so that the cluster is not gone after this plan. */
    boolean plan(PlanContext context, PlanBuilder plan);
  }

  /** A rule that the end of the deletion does not wait for. */
  static DeletionPart released(
      String part, PolicyMatch policies, String plans, String place, PlanRule.Planner planner) {
    return new DeletionPart(
        part,
        policies,
        plans,
        place,
        (context, plan) -> {
          planner.plan(context, plan);
          return false;
        });
  }

  /** Adds to the plan; gives whether anything of this part or of those before is left. */
  boolean plan(PlanContext context, PlanBuilder plan, boolean left) {
    boolean asked = policies.includes(context.spec().deletionPolicy(), left);
    return (asked && planner.plan(context, plan)) || left;
  }
}
