package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.NodeReport;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reports what the group is doing by itself, and what is not well in it. */
final class ProgressRule {

  private ProgressRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    context.group().ifPresent(group -> plan(context, group, plan));
  }

  private static void plan(PlanContext context, NodeGroup group, PlanBuilder plan) {
    List<String> coming = names(context, n -> n.member().lifecycle().isComing());
    List<String> leaving = names(context, n -> n.member().lifecycle().isLeaving());
    int missing = group.desired() - context.staying().size();
    if (group.failures().isShortOfCapacity()) {
      shortOfCapacity(group, plan);
    }
    if (!coming.isEmpty() || missing > 0) {
      plan.await(
          Reason.NODES_STARTING,
          "%d of %d nodes are in service; starting: %s"
              .formatted(context.inService().size(), group.desired(), coming));
    }
    if (!leaving.isEmpty()) {
      plan.await(Reason.NODES_LEAVING, "leaving: " + leaving);
    }
    warnOfOpenHooks(context, plan);
    List<String> notServing =
        names(context, n -> n.member().lifecycle().isInService() && !n.isReady());
    if (!notServing.isEmpty()) {
      plan.warn(
          Reason.NODES_NOT_SERVING, "in service and not serving with all routes: " + notServing);
    }
    warnOfVersions(context, plan);
    if (group.failures().inARow() >= UnhealthyNodeRule.FAILURES_UNTIL_STOP) {
      plan.warn(
          Reason.LAUNCHES_FAILING,
          "the last %d launches failed: %s"
              .formatted(group.failures().inARow(), group.failures().message()));
    }
  }

  /** A node that has joined waits for its launch hook alone; its agent says what is in the way. */
  private static void warnOfOpenHooks(PlanContext context, PlanBuilder plan) {
    List<String> open =
        context.nodes().stream()
            .filter(node -> node.member().lifecycle() == LifecycleState.PENDING_WAIT)
            .filter(node -> node.isInState(NodeState.JOINED))
            .flatMap(node -> node.report().map(NodeReport::why).stream())
            .filter(why -> !why.isEmpty())
            .toList();
    if (!open.isEmpty()) {
      plan.warn(
          Reason.LAUNCH_HOOK_OPEN,
          "nodes cannot complete their launch hook, and are ended when it times out: "
              + String.join("; ", open));
    }
  }

  private static void warnOfVersions(PlanContext context, PlanBuilder plan) {
    String wanted = context.spec().version();
    Map<String, List<String>> others =
        context.nodes().stream()
            .filter(node -> node.isServing() && !version(node).isEmpty())
            .filter(node -> !version(node).equals(wanted))
            .collect(
                Collectors.groupingBy(
                    ProgressRule::version,
                    TreeMap::new,
                    Collectors.mapping(ObservedNode::instance, Collectors.toList())));
    if (!others.isEmpty()) {
      plan.warn(
          Reason.VERSION_DIFFERS,
          "spec.version is %s, and nodes run what their image holds: %s; declare an image with %s in spec.nodes.image, or, since spec.version cannot change yet, delete the object with deletionPolicy Retain and apply it with the version that runs"
              .formatted(wanted, others, wanted));
    }
  }

  /** Empty while an agent that has just started has not read the monitor yet. */
  private static String version(ObservedNode node) {
    return node.row().map(row -> row.beat().software().server()).orElse("");
  }

  private static void shortOfCapacity(NodeGroup group, PlanBuilder plan) {
    String message =
        "AWS has no room for another node; the group goes on asking, and what waits goes on when it"
            + " gets one: "
            + group.failures().shortage();
    plan.await(Reason.CAPACITY_SHORT, message).warn(Reason.CAPACITY_SHORT, message);
  }

  private static List<String> names(PlanContext context, Predicate<ObservedNode> which) {
    return context.nodes().stream().filter(which).map(ObservedNode::instance).toList();
  }
}
