package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.registry.NodeRow;

/** Rows of nodes that have ended without removing them. */
final class StaleRowRule {

  private StaleRowRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    int forget = context.spec().registration().forgetSeconds();
    context.registry().rows().stream()
        .filter(row -> row.silence().toSeconds() >= forget)
        .map(RegistrySnapshot.Row::row)
        .forEach(row -> deleteIfEnded(row, context, plan));
  }

  /** Deletes the row of a node of ours that no longer exists; another row stays. */
  static void deleteIfEnded(NodeRow row, PlanContext context, PlanBuilder plan) {
    if (row instanceof NodeRow.Managed managed && hasEnded(managed, context)) {
      String instance = managed.beat().who().instance();
      plan.step(new Step.DeleteRow(managed, instance + " has ended and left its row behind"));
    }
  }

  /** Two witnesses: EC2 does not list it as alive, and the group does not list it at all. */
  private static boolean hasEnded(NodeRow.Managed row, PlanContext context) {
    String instance = row.beat().who().instance();
    return context.cloud().hasEnded(instance)
        && context.nodes().stream().noneMatch(node -> node.instance().equals(instance));
  }
}
