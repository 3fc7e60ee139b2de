package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import java.util.List;

/**
 * While a replacement that was begun is not complete, no other node is disturbed (invariants 3 and
 * 11). The journal says what was begun, so this also holds for an operator that was restarted. Nor
 * is one disturbed while no agent is heard: which of them serves is unknown (invariant 10).
 */
final class ReplacementGuard {

  private static final String REPLACEMENT = StepDescription.replacementId("");

  private ReplacementGuard() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    if (!context.cluster().isRegistryTrusted()) {
      plan.forbidDisruption();
    }
    List<String> open = context.journalIds().filter(id -> isOpen(id, context)).toList();
    if (!open.isEmpty()) {
      plan.forbidDisruption();
      plan.await(
          Reason.RECOVERING,
          "%s was begun and the cluster is not whole again; no other node is disturbed until it is"
              .formatted(String.join(", ", open)));
    }
  }

  /** Whether the step is a replacement that was begun and from which the cluster recovers. */
  static boolean isOpen(String id, PlanContext context) {
    return id.startsWith(REPLACEMENT)
        && !context.areReadyBut(node -> UnhealthyNodeRule.needsReplacement(node, context))
        && !isUntouched(id.substring(REPLACEMENT.length()), context);
  }

  /** Noted but never made, and the node serves: the operator was killed in between. */
  private static boolean isUntouched(String instance, PlanContext context) {
    return context.inService().stream()
        .filter(node -> node.instance().equals(instance))
        .anyMatch(ObservedNode::isServing);
  }
}
