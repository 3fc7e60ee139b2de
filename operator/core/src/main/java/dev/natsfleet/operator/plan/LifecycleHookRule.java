package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroups.HookResult;
import dev.natsfleet.registry.NodeState;

/**
 * Completes the hooks that no agent completes: of a machine that is gone, which would hold up
 * scaling, replacement and deletion until the hook ends by itself, and of a node that serves while
 * its group still waits for it. Its agent then was answered before the wait had begun.
 */
final class LifecycleHookRule {
  private LifecycleHookRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    context.nodes().forEach(node -> plan(node, plan));
  }

  private static void plan(ObservedNode node, PlanBuilder plan) {
    LifecycleState now = node.member().lifecycle();
    if (now == LifecycleState.TERMINATING_WAIT && node.isMachineGone()) {
      complete(node, DesiredResources.TERMINATE, HookResult.CONTINUE, "its machine is gone", plan);
    } else if (now == LifecycleState.PENDING_WAIT && node.isMachineGone()) {
      complete(node, DesiredResources.LAUNCH, HookResult.ABANDON, "its machine is gone", plan);
    } else if (now == LifecycleState.PENDING_WAIT && node.isInState(NodeState.SERVING)) {
      complete(node, DesiredResources.LAUNCH, HookResult.CONTINUE, "it serves", plan);
    }
  }

  private static void complete(
      ObservedNode node, LifecycleHook hook, HookResult result, String fact, PlanBuilder plan) {
    String why =
        "%s is %s, and %s".formatted(node.instance(), node.member().lifecycle().text(), fact);
    plan.step(new Step.CompleteHook(node.instance(), hook.name(), result, why));
  }
}
