package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.Instances.Instance;
import dev.natsfleet.operator.port.Instances.State;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.ReleaseMark;
import dev.natsfleet.registry.Tables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan for a cluster that is being deleted, in an order that leaves no orphan: no more
 * launches, nodes through their hooks, group, template, rows, tables, Service. What belongs to
 * somebody else is treated as absent.
 */
final class DeletionPlan {

  private static final String WHY = "the NatsCluster is being deleted";

  private DeletionPlan() {}

  static Plan plan(PlanContext context, PlanBuilder plan) {
    Optional<NodeGroup> group = context.group().filter(g -> isOurs(g.owner(), context));
    group.ifPresent(g -> planGroup(context, g, plan));
    Optional<LaunchTemplate> template = context.template().filter(t -> isOurs(t.owner(), context));
    boolean instancesLeft = planInstances(context, plan);
    template.ifPresent(t -> plan.step(new Step.DeleteTemplate(WHY)));
    boolean tablesLeft = planTables(context, plan);
    JournalRule.planForDeletion(context, plan);
    boolean last = group.isEmpty() && !instancesLeft && template.isEmpty() && !tablesLeft;
    if (last && context.spec().deletionPolicy() == DeletionPolicy.Retain) {
      release(context, plan);
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
            .filter(o -> !isOurs(o, context) && !ReleaseMark.isMarkOf(context.desired().id(), o))
            .isEmpty();
    if (registry.isActive() && areOurs) {
      registry.rows().stream()
          .map(RegistrySnapshot.Row::row)
          .forEach(row -> StaleRowRule.deleteIfEnded(row, context, plan));
    }
    return context.spec().deletionPolicy() == DeletionPolicy.Delete
        && areOurs
        && planTableDeletion(registry, plan);
  }

  /** Only in the last pass. One that is interrupted is made again, and releases what is left. */
  private static void release(PlanContext context, PlanBuilder plan) {
    String why = "they are kept for a later NatsCluster of this name";
    String owner = context.desired().owner();
    context
        .registry()
        .cluster()
        .filter(row -> row.owner().equals(owner))
        .ifPresent(row -> plan.step(new Step.ReleaseRow(owner, why)));
    Tables.State state = context.registry().tables();
    if (state == Tables.State.ACTIVE || state == Tables.State.RELEASED) {
      plan.step(new Step.ReleaseTables(why));
    }
  }

  private static boolean planTableDeletion(RegistrySnapshot registry, PlanBuilder plan) {
    return switch (registry.tables()) {
      case ABSENT, RELEASED, FOREIGN -> false;
      case DELETING -> {
        plan.postpone(Reason.TABLES_NOT_READY, "the tables are being deleted");
        yield true;
      }
      case ACTIVE, CREATING, PARTIAL -> {
        plan.step(new Step.DeleteTables(WHY));
        yield true;
      }
    };
  }

  private static boolean isOurs(@Nullable String owner, PlanContext context) {
    return context.desired().owner().equals(owner);
  }
}
