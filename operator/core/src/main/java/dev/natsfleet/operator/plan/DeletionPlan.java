package dev.natsfleet.operator.plan;

import static dev.natsfleet.operator.plan.DeletionPart.released;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.ObjectAnnotations;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.plan.DeletionPart.PolicyMatch;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.Instances.ObservedInstance;
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

  /**
   * The parts of a cluster, in the order in which they end. The page {@code
   * docs/reference/deletion-rules.md} is rendered from this table.
   */
  static final List<DeletionPart> RULES =
      List.of(
          released(
              "everything",
              PolicyMatch.RETAIN,
              "the mark of a release on Service, group, template, the cluster's row and the tables",
              "Alone: nothing else is written, so that clients do not notice.",
              ReleasePlan::plan),
          released(
              "marks on the group and the template",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "the mark of this owner on what an earlier NatsCluster released",
              "Before everything: nothing is deleted that is not marked as ours.",
              TakeOverRule::planResources),
          released(
              "marks on the row and the tables",
              PolicyMatch.DELETE,
              "the same for the registry",
              "As above. RetainData keeps the tables, and need not have them.",
              TakeOverRule::planRegistry),
          new DeletionPart(
              "group and nodes",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "endpoints and hooks as ever; size zero, the end of each node, the deletion of the"
                  + " group",
              "Before everything that a node reads: nothing is launched any more, and nodes leave"
                  + " through their hooks.",
              DeletionPlan::planGroup),
          new DeletionPart(
              "instances",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "no step; waits for instances that EC2 lists of a group that is absent",
              "The second witness: the group is not gone while one of its instances is there.",
              DeletionPlan::planInstances),
          new DeletionPart(
              "launch template",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "its deletion",
              "After the group, which refers to it.",
              DeletionPlan::planTemplate),
          released(
              "rows of nodes that have ended",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "their removal",
              "After the nodes; before the tables, which RetainData keeps without them.",
              DeletionPlan::planRows),
          new DeletionPart(
              "tables",
              PolicyMatch.DELETE,
              "their deletion; refuses it while rows of other programs are kept up to date",
              "After every node that may write to them.",
              DeletionPlan::planTables),
          released(
              "journal",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "the end of journal entries whose effect has been seen",
              "After the steps: an entry is ended only if none has been planned again.",
              JournalRule::planForDeletion),
          released(
              "marks on row and tables that are kept",
              PolicyMatch.RETAIN_DATA_AT_THE_END,
              "the mark of a release",
              "Near the end, so that nobody takes them over while nodes write to them.",
              DeletionPlan::releaseRegistry),
          released(
              "Service and EndpointSlices",
              PolicyMatch.DELETE_OR_RETAIN_DATA,
              "the deletion of what is still there",
              "Last: clients find the nodes for as long as there are any.",
              (context, plan) -> plan.step(new Step.DeleteEndpoints(WHY))));

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
    boolean left = false;
    for (DeletionPart rule : RULES) {
      left = rule.plan(context, plan, left);
    }
    return plan.build(!left);
  }

  /** A group of somebody else is no group of this cluster. */
  private static boolean planGroup(PlanContext context, PlanBuilder plan) {
    Optional<NodeGroup> group = context.group().filter(g -> TakeOverRule.canHaveGroup(context));
    group.ifPresent(g -> planGroup(context, g, plan));
    return group.isPresent();
  }

  private static boolean planTemplate(PlanContext context, PlanBuilder plan) {
    Optional<LaunchTemplate> template =
        context.template().filter(t -> TakeOverRule.canHaveTemplate(context));
    template.ifPresent(t -> plan.step(new Step.DeleteTemplate(WHY)));
    return template.isPresent();
  }

  private static void releaseRegistry(PlanContext context, PlanBuilder plan) {
    ReleasePlan.releaseRegistry(
        context, "they are kept for a later NatsCluster of this owner", plan);
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
            .map(ObservedInstance::id)
            .toList();
    boolean unexplained = context.group().isEmpty() && !left.isEmpty();
    if (unexplained) {
      plan.postpone(
          Reason.NODES_LEAVING, "the group is gone, and these instances of it are not: " + left);
    }
    return unexplained;
  }

  private static void planRows(PlanContext context, PlanBuilder plan) {
    RegistrySnapshot registry = context.registry();
    if (registry.isActive() && isOurs(registry, context)) {
      registry.rows().stream()
          .map(RegistrySnapshot.Row::row)
          .forEach(row -> StaleRowRule.deleteIfEnded(row, context, plan));
    }
  }

  private static boolean isOurs(RegistrySnapshot registry, PlanContext context) {
    return registry
        .cluster()
        .map(ClusterRow::owner)
        .filter(holder -> !context.desired().canHave(holder))
        .isEmpty();
  }

  private static boolean planTables(PlanContext context, PlanBuilder plan) {
    return isOurs(context.registry(), context) && planTableDeletion(context, plan);
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
