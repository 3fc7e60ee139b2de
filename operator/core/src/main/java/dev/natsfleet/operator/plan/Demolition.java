package dev.natsfleet.operator.plan;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Size;
import dev.natsfleet.operator.port.Template;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Released;
import dev.natsfleet.registry.Tables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of a cluster, in the order in which nothing is orphaned: no more launches, nodes through
 * their hooks, group, template, rows, tables, Service. What belongs to somebody else is not there.
 */
final class Demolition {

  private static final String WHY = "the NatsCluster is being deleted";

  private Demolition() {}

  static Plan write(Situation situation, Draft draft) {
    Optional<Group> group = situation.group().filter(g -> ours(g.owner(), situation));
    group.ifPresent(g -> group(situation, g, draft));
    Optional<Template> template = situation.template().filter(t -> ours(t.owner(), situation));
    template.ifPresent(t -> draft.step(new Step.DeleteTemplate(WHY)));
    boolean tablesLeft = tables(situation, draft);
    Recovery.closeAll(situation, draft);
    boolean last = group.isEmpty() && template.isEmpty() && !tablesLeft;
    if (last && situation.spec().deletionPolicy() == DeletionPolicy.Retain) {
      release(situation, draft);
    }
    draft.step(new Step.DeleteEndpoints(WHY));
    return draft.done(last);
  }

  private static void group(Situation situation, Group group, Draft draft) {
    if (group.deleting()) {
      draft.bar(Reason.GROUP_LEAVING, "the group is being deleted");
      return;
    }
    Upkeep.endpoints(situation, draft);
    Size none = new Size(0, 0, group.size().max());
    if (!none.equals(group.size())) {
      draft.step(new Step.Resize(none, "size is %s; %s".formatted(group.size(), WHY)));
    }
    situation.nodes().stream()
        .filter(node -> !node.member().lifecycle().leaving())
        .forEach(node -> draft.step(new Step.Dismiss(node.instance(), WHY)));
    if (!situation.nodes().isEmpty()) {
      draft.bar(Reason.NODES_LEAVING, situation.nodes().size() + " nodes are leaving");
    }
    draft.step(new Step.DeleteGroup(WHY));
  }

  /** Plans what is left to do for rows and tables, and says whether they hold up the end. */
  private static boolean tables(Situation situation, Draft draft) {
    Registry registry = situation.registry();
    boolean ours =
        registry
            .cluster()
            .map(ClusterRow::owner)
            .filter(o -> !ours(o, situation) && !Released.marks(situation.wish().id(), o))
            .isEmpty();
    if (registry.active() && ours) {
      registry.rows().stream()
          .map(Registry.Row::row)
          .filter(row -> row instanceof NodeRow.Fleet fleet && Upkeep.ended(fleet, situation))
          .forEach(row -> Upkeep.forget((NodeRow.Fleet) row, draft));
    }
    return situation.spec().deletionPolicy() == DeletionPolicy.Delete
        && ours
        && deleteTables(registry, draft);
  }

  /** In the last pass; one that was cut off is made again and releases what is left. */
  private static void release(Situation situation, Draft draft) {
    String why = "they are kept for a later NatsCluster of this name";
    ClusterId cluster = situation.wish().id();
    String owner = situation.wish().owner();
    situation
        .registry()
        .cluster()
        .filter(row -> row.owner().equals(owner))
        .ifPresent(row -> draft.step(new Step.ReleaseRow(cluster, owner, why)));
    Tables.State state = situation.registry().tables();
    if (state == Tables.State.ACTIVE || state == Tables.State.RELEASED) {
      draft.step(new Step.ReleaseTables(cluster, why));
    }
  }

  private static boolean deleteTables(Registry registry, Draft draft) {
    return switch (registry.tables()) {
      case ABSENT, RELEASED, FOREIGN -> false;
      case DELETING -> {
        draft.bar(Reason.TABLES_NOT_READY, "the tables are being deleted");
        yield true;
      }
      case ACTIVE, CREATING, PARTIAL -> {
        draft.step(new Step.DeleteTables(WHY));
        yield true;
      }
    };
  }

  private static boolean ours(@Nullable String owner, Situation situation) {
    return situation.wish().owner().equals(owner);
  }
}
