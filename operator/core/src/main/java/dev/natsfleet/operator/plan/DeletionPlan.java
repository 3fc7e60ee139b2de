package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import java.util.List;
import java.util.Optional;

/**
 * The plan for a cluster that is being deleted. With Retain everything is released and serves on.
 * Otherwise it ends in an order that leaves no orphan: no more launches, nodes through their hooks,
 * group, template, rows, tables, Service. What belongs to somebody else is treated as absent.
 */
final class DeletionPlan {

  private static final String WHY = "the NatsCluster is being deleted";

  private DeletionPlan() {}

  /** Why the deletion is refused, if it is: nodes that clients are connected to would end. */
  static Optional<String> guard(PlanContext context) {
    List<String> used =
        context.nodes().stream()
            .filter(node -> node.canServe() && node.clients() > 0)
            .map(ObservedNode::instance)
            .toList();
    return isGuarded(context) && !used.isEmpty()
        ? Optional.of(
            "deletionPolicy RetainData ends the nodes, and clients are connected, or may be, to %s; move them away, or set the annotation %s to true, or spec.deletionPolicy to Delete or Retain"
                .formatted(used, ObjectAnnotations.ALLOW_DELETION))
        : Optional.empty();
  }

  /**
   * Nodes that may serve and whose newest report is from before the deletion was seen: it says
   * nothing of the clients that have come since.
   */
  private static List<String> unreported(PlanContext context) {
    return context.nodes().stream()
        .filter(node -> isGuarded(context) && node.canServe())
        .filter(node -> node.silence().compareTo(context.cluster().deletingFor()) >= 0)
        .map(ObservedNode::instance)
        .toList();
  }

  private static boolean isGuarded(PlanContext context) {
    return context.spec().deletionPolicy() == DeletionPolicy.RetainData
        && !context.desired().annotations().deletionAllowed()
        && context.group().filter(g -> !g.deleting() && g.desired() > 0).isPresent();
  }

  static Plan plan(PlanContext context, PlanBuilder plan) {
    List<String> unreported = unreported(context);
    if (!unreported.isEmpty()) {
      EndpointsRule.plan(context, plan);
      plan.await(
          Reason.REPORTS_AWAITED,
          "nodes end when each has said once more that no client is connected; not heard since the deletion: "
              + unreported);
      return plan.build(false);
    }
    return context.spec().deletionPolicy() == DeletionPolicy.Retain
        ? ReleasePlan.plan(context, plan)
        : end(context, plan);
  }

  private static Plan end(PlanContext context, PlanBuilder plan) {
    TakeOverRule.planResources(context, plan);
    if (context.spec().deletionPolicy() == DeletionPolicy.Delete) {
      TakeOverRule.planRegistry(context, plan);
    }
    Optional<NodeGroup> group = context.group().filter(g -> TakeOverRule.canHaveGroup(context));
    group.ifPresent(g -> planGroup(context, g, plan));
    Optional<LaunchTemplate> template =
        context.template().filter(t -> TakeOverRule.canHaveTemplate(context));
    boolean instancesLeft = planInstances(context, plan);
    template.ifPresent(t -> plan.step(new Step.DeleteTemplate(WHY)));
    boolean tablesLeft = planTables(context, plan);
    JournalRule.planForDeletion(context, plan);
    boolean last = group.isEmpty() && !instancesLeft && template.isEmpty() && !tablesLeft;
    if (last && context.spec().deletionPolicy() == DeletionPolicy.RetainData) {
      ReleasePlan.releaseRegistry(
          context, "they are kept for a later NatsCluster of this owner", plan);
    }
    plan.step(new Step.DeleteEndpoints(WHY));
    return plan.build(last);
  }

  private static void planGroup(PlanContext context, NodeGroup group, PlanBuilder plan) {
    if (group.deleting()) {
      plan.postpone(Reason.GROUP_LEAVING, "the group is being deleted");
      return;
    }
    EndpointsRule.plan(context, plan);
    LifecycleHookRule.plan(context, plan);
    GroupSize none = new GroupSize(0, 0, group.size().max());
    if (!none.equals(group.size())) {
      plan.step(new Step.Resize(none, "size is %s; %s".formatted(group.size(), WHY)));
    }
    context.nodes().stream()
        .filter(node -> !node.member().lifecycle().isLeaving())
        .forEach(node -> plan.step(new Step.TerminateForDeletion(node.instance(), WHY)));
    if (!context.nodes().isEmpty()) {
      plan.postpone(Reason.NODES_LEAVING, context.nodes().size() + " nodes are leaving");
    }
    plan.step(new Step.DeleteGroup(WHY));
  }

  /** The second witness of an absent group: it is not gone while EC2 lists instances of it. */
  private static boolean planInstances(PlanContext context, PlanBuilder plan) {
    List<String> left =
        context.cloud().instances().stream()
            .filter(instance -> instance.state() != State.TERMINATED)
            .map(Instance::id)
            .toList();
    boolean unexplained = context.group().isEmpty() && !left.isEmpty();
    if (unexplained) {
      plan.postpone(
          Reason.NODES_LEAVING, "the group is gone, and these instances of it are not: " + left);
    }
    return unexplained;
  }

  /** Plans for rows and tables, and says whether the cluster is not gone before they are. */
  private static boolean planTables(PlanContext context, PlanBuilder plan) {
    RegistrySnapshot registry = context.registry();
    boolean areOurs =
        registry
            .cluster()
            .map(ClusterRow::owner)
            .filter(holder -> !context.desired().canHave(holder))
            .isEmpty();
    if (registry.isActive() && areOurs) {
      registry.rows().stream()
          .map(RegistrySnapshot.Row::row)
          .forEach(row -> StaleRowRule.deleteIfEnded(row, context, plan));
    }
    return context.spec().deletionPolicy() == DeletionPolicy.Delete
        && areOurs
        && planTableDeletion(context, plan);
  }

  /** Plans the deletion of the tables, and says whether they are still there. */
  private static boolean planTableDeletion(PlanContext context, PlanBuilder plan) {
    return switch (context.registry().tables()) {
      case ABSENT -> false;
      case FOREIGN -> context.registry().holders().stream().anyMatch(context.desired()::canHave);
      case DELETING -> {
        plan.postpone(Reason.TABLES_NOT_READY, "the tables are being deleted");
        yield true;
      }
      case ACTIVE, CREATING, PARTIAL -> {
        deleteTables(context, plan);
        yield true;
      }
    };
  }

  /** Rows that other programs keep up to date are theirs: their table is not deleted. */
  private static void deleteTables(PlanContext context, PlanBuilder plan) {
    int forget = context.spec().registration().forgetSeconds();
    List<String> others =
        context.registry().rows().stream()
            .filter(row -> row.row() instanceof NodeRow.Original)
            .filter(row -> row.silence().toSeconds() < forget)
            .map(row -> row.row().ip())
            .toList();
    if (others.isEmpty()) {
      plan.step(new Step.DeleteTables(WHY));
    } else {
      plan.refuse(
          Reason.FOREIGN_RESOURCE,
          "table %s holds the rows of other programs, at %s; end them and wait %d s, or set spec.deletionPolicy to RetainData, which keeps the tables"
              .formatted(context.desired().id().nodesTable(), others, forget));
    }
  }
}
