package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.registry.NodeState;
import java.util.Comparator;
import java.util.Optional;

/**
 * Replaces nodes that will not recover: their agent says so, or their agent is silent, or has no
 * row, for the period after which a row is forgotten (five minutes unless the specification says
 * otherwise), and no peer has a route to their server. An agent's silence alone is no reason: its
 * server may serve on, and a registry that fails must never stop a server (invariant 10). A member
 * without a row has to wait until all others are well or wait for their own replacement.
 */
final class UnhealthyNodeRule {

  /** So many failures in a row say more about the template or the settings than about a node. */
  static final int FAILURES_UNTIL_STOP = 2;

  /** Of nodes whose specification is refused, and with it perhaps its periods. */
  private static final int FORGET_SECONDS = 300;

  private UnhealthyNodeRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    Optional<ObservedNode> unhealthy =
        context.inService().stream()
            .filter(node -> needsReplacement(node, context))
            .min(
                Comparator.<ObservedNode, Boolean>comparing(n -> !hasBegun(n, context))
                    .thenComparing(n -> n.row().isEmpty())
                    .thenComparing(ObservedNode::instance));
    unhealthy.ifPresent(node -> replace(node, context, plan));
  }

  private static void replace(ObservedNode node, PlanContext context, PlanBuilder plan) {
    NodeGroup.Failures failures =
        context.group().map(NodeGroup::failures).orElse(NodeGroup.Failures.NONE);
    String why = node.instance() + " " + complaint(node, context);
    if (failures.inARow() >= FAILURES_UNTIL_STOP) {
      plan.refuse(
          Reason.LAUNCHES_FAILING,
          "%s, and is kept: the last %d launches failed, so there is no better one"
              .formatted(why, failures.inARow()));
    } else if (failures.isShortOfCapacity() && !hasBegun(node, context)) {
      plan.await(Reason.CAPACITY_SHORT, why + ", and is kept until AWS has room for another");
    } else if (hasBegun(node, context) || (plan.canDisrupt() && isItsTurn(node, context))) {
      plan.disrupt(new Step.Terminate(node.instance(), CapacityPolicy.KEEP, why));
    } else {
      plan.await(Reason.RECOVERING, why + "; it is replaced when no other node is disturbed");
    }
  }

  private static boolean hasBegun(ObservedNode node, PlanContext context) {
    return context.hasBegun(StepDescription.replacementId(node.instance()));
  }

  private static boolean isItsTurn(ObservedNode node, PlanContext context) {
    return node.row().isPresent() || context.areReadyBut(n -> needsReplacement(n, context));
  }

  /** Whether the node will not recover. */
  static boolean needsReplacement(ObservedNode node, PlanContext context) {
    return node.member().lifecycle().isInService()
        && (node.isInState(NodeState.FAILED)
            || (isSilent(node, context) && context.cluster().isUnlinked(node)));
  }

  private static boolean isSilent(ObservedNode node, PlanContext context) {
    return !node.alive()
        && node.isRunning()
        && node.silence().toSeconds() >= forgetSeconds(context);
  }

  private static int forgetSeconds(PlanContext context) {
    int declared = context.spec().registration().forgetSeconds();
    return context.resources().isPresent() ? declared : Math.max(declared, FORGET_SECONDS);
  }

  private static String complaint(ObservedNode node, PlanContext context) {
    return node.report()
        .map(report -> "asks to be replaced" + (report.why().isEmpty() ? "" : ": " + report.why()))
        .orElseGet(
            () ->
                "%s for more than %d s, and no peer is linked to it"
                    .formatted(
                        node.row().isPresent() ? "is silent" : "has no row",
                        forgetSeconds(context)));
  }
}
