package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import java.util.Optional;

/**
 * The size of the group. AWS raises the desired capacity when the minimum rises above it, and
 * lowers it and chooses who goes when the maximum falls below it. Neither happens here: scaling in
 * lowers the minimum first, then retires one chosen node after the other, then lowers the maximum.
 */
final class ScalingRule {

  private ScalingRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    Optional<NodeGroup> open =
        context.group().filter(g -> !g.deleting() && !g.size().equals(GroupSize.CLOSED));
    if (open.isPresent()) {
      scale(context, open.get(), resources, plan);
    } else {
      open(context, resources, plan);
    }
  }

  /** A group that does not exist yet, or was created and launches nothing so far, gets its size. */
  private static void open(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    GroupSize now = context.group().map(NodeGroup::size).orElse(GroupSize.CLOSED);
    GroupSize wanted = resources.size();
    if (now.equals(GroupSize.CLOSED) && !wanted.equals(GroupSize.CLOSED)) {
      plan.step(new Step.Resize(wanted, "all that a node needs is there; wanted " + wanted));
    }
  }

  private static void scale(
      PlanContext context, NodeGroup group, DesiredResources resources, PlanBuilder plan) {
    GroupSize wanted = wanted(context, resources);
    int present = Math.max(group.desired(), context.staying().size());
    if (!resources.ownsCapacity()) {
      setLimits(group, wanted, plan);
    } else if (desired(wanted) < present) {
      shrink(context, group, wanted, plan);
    } else {
      resize(group, wanted, resources, plan);
    }
  }

  /** The specified size, and one more while a new node comes before an old one goes. */
  private static GroupSize wanted(PlanContext context, DesiredResources resources) {
    GroupSize size = resources.size();
    if (ZoneBalanceRule.isUnderWay(context, resources)) {
      return new GroupSize(size.min(), desired(size) + 1, size.max());
    }
    return RolloutRule.needsSurge(context, resources)
        ? new GroupSize(size.min(), 2, size.max())
        : size;
  }

  private static void setLimits(NodeGroup group, GroupSize wanted, PlanBuilder plan) {
    if (wanted.max() < group.desired()) {
      plan.refuse(
          Reason.MAX_BELOW_DESIRED,
          "spec.core.max: %d is below the desired capacity %d that its external owner has set, and AWS would choose who goes; lower the desired capacity first"
              .formatted(wanted.max(), group.desired()));
    } else if (wanted.min() != group.size().min() || wanted.max() != group.size().max()) {
      plan.step(
          resize(
              new GroupSize(wanted.min(), null, wanted.max()), group, "the limits are the user's"));
    }
  }

  private static void resize(
      NodeGroup group, GroupSize wanted, DesiredResources resources, PlanBuilder plan) {
    if (!wanted.equals(group.size())) {
      String whose =
          wanted.equals(resources.size())
              ? "the size is the user's"
              : "the only node is outdated, and its replacement comes first";
      plan.step(resize(wanted, group, whose));
    }
  }

  /**
   * Before a node is retired, the desired capacity is set to the number of members, so that AWS
   * neither launches nor terminates one.
   */
  private static void shrink(
      PlanContext context, NodeGroup group, GroupSize wanted, PlanBuilder plan) {
    int held = Math.max(desired(wanted), context.staying().size());
    int max = Math.max(held, Math.max(wanted.max(), group.size().max()));
    if (wanted.min() != group.size().min() || held != group.desired()) {
      String why = "down to %d, without AWS choosing who goes".formatted(desired(wanted));
      plan.step(resize(new GroupSize(wanted.min(), held, max), group, why));
    } else {
      retire(context, group, wanted, plan);
    }
  }

  private static void retire(
      PlanContext context, NodeGroup group, GroupSize wanted, PlanBuilder plan) {
    ObservedNode node = ScaleInChoice.choose(context);
    String why =
        "desired capacity is %d, wanted %d; %s"
            .formatted(group.desired(), desired(wanted), ScaleInChoice.why(node, context));
    Step.Terminate step = new Step.Terminate(node.instance(), CapacityPolicy.SHRINK, why);
    boolean leaving = context.nodes().stream().anyMatch(n -> n.member().lifecycle().isLeaving());
    if (!node.canServe()) {
      plan.forbidDisruption();
      plan.step(step);
    } else if (plan.canDisrupt() && !leaving) {
      plan.disrupt(step);
    } else {
      plan.forbidDisruption();
      awaitTurn(context, "from %d to %d".formatted(group.desired(), desired(wanted)), plan);
    }
  }

  private static void awaitTurn(PlanContext context, String scaling, PlanBuilder plan) {
    if (context.cluster().isRegistryTrusted()) {
      plan.await(
          Reason.NODES_LEAVING,
          "scaling %s: one node that may serve after the other".formatted(scaling));
    } else {
      plan.await(
          Reason.REGISTRY_SILENT,
          "scaling %s waits until an agent is heard: which node serves is unknown"
              .formatted(scaling));
    }
  }

  private static Step.Resize resize(GroupSize size, NodeGroup group, String why) {
    return new Step.Resize(size, "size is %s, wanted %s; %s".formatted(group.size(), size, why));
  }

  private static int desired(GroupSize size) {
    Integer desired = size.desired();
    return desired == null ? size.min() : desired;
  }
}
