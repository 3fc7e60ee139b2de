package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;

/**
 * One line of the table in {@link ClusterPlanner}. Rules add to the same plan one after the other;
 * a rule sees what those before it have planned and forbidden, and nothing else but the context.
 * Equal contexts therefore give equal plans.
 *
 * @param name the class that holds the rule
 * @param scope when the rule is asked
 * @param plans what it adds to a plan
 * @param place why it stands where it stands
 * @param planner the rule itself
 */
record PlanRule(String name, Scope scope, String plans, String place, Planner planner) {

  /** When a rule is asked. */
  enum Scope {
    CLOUD("always, also while the registry cannot be read"),
    CLUSTER("always"),
    SPECIFICATION("the specification can be met"),
    FLEET("the group exists and is not being deleted"),
    GROUP("the specification can be met, and the group exists and is not being deleted");

    private final String text;

    Scope(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** A rule that needs nothing but the context. */
  @FunctionalInterface
  interface Planner {

    void plan(PlanContext context, PlanBuilder plan);
  }

  /** A rule that needs the resources that the specification asks for. */
  @FunctionalInterface
  interface ResourcePlanner {

    void plan(PlanContext context, DesiredResources resources, PlanBuilder plan);
  }

  /** A rule that group and EC2 suffice for; without the registry, no node has a row. */
  static PlanRule alsoWithoutRegistry(Class<?> rule, String plans, String place, Planner planner) {
    return new PlanRule(rule.getSimpleName(), Scope.CLOUD, plans, place, planner);
  }

  static PlanRule always(Class<?> rule, String plans, String place, Planner planner) {
    return new PlanRule(rule.getSimpleName(), Scope.CLUSTER, plans, place, planner);
  }

  static PlanRule ifSpecified(Class<?> rule, String plans, String place, ResourcePlanner planner) {
    return new PlanRule(
        rule.getSimpleName(),
        Scope.SPECIFICATION,
        plans,
        place,
        (context, plan) -> context.resources().ifPresent(r -> planner.plan(context, r, plan)));
  }

  /** A rule that looks after the nodes that are there, whatever is wrong with the specification. */
  static PlanRule ifFleetExists(Class<?> rule, String plans, String place, Planner planner) {
    return new PlanRule(
        rule.getSimpleName(),
        Scope.FLEET,
        plans,
        place,
        (context, plan) -> {
          if (context.hasGroup()) {
            planner.plan(context, plan);
          }
        });
  }

  static PlanRule ifGroupExists(
      Class<?> rule, String plans, String place, ResourcePlanner planner) {
    return new PlanRule(
        rule.getSimpleName(),
        Scope.GROUP,
        plans,
        place,
        (context, plan) ->
            context
                .resources()
                .filter(r -> context.hasGroup())
                .ifPresent(r -> planner.plan(context, r, plan)));
  }

  /** Adds to the plan what follows from the context. */
  void plan(PlanContext context, PlanBuilder plan) {
    planner.plan(context, plan);
  }
}
