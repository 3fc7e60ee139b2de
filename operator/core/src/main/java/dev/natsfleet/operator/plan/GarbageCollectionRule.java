package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.GroupMember;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes template versions and settings that nothing uses; AWS limits how many there may be. */
final class GarbageCollectionRule {

  private GarbageCollectionRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    templates(context, GroupCreationRule.wanted(context, resources).number(), plan);
    settings(context, resources.settings().revision(), plan);
  }

  private static void templates(PlanContext context, long wanted, PlanBuilder plan) {
    if (wanted == 0 || context.group().isEmpty() || context.template().isEmpty()) {
      return;
    }
    NodeGroup group = context.group().get();
    Set<Long> used = new HashSet<>(List.of(wanted, context.template().get().defaultVersion()));
    add(used, group.templateVersion());
    group.members().stream().map(GroupMember::templateVersion).forEach(number -> add(used, number));
    context.template().get().versions().stream()
        .filter(version -> !used.contains(version.number()))
        .map(v -> new Step.PruneTemplate(v.number(), "nothing uses template version " + v.hash()))
        .forEach(plan::step);
  }

  private static void settings(PlanContext context, String wanted, PlanBuilder plan) {
    Set<String> used = new HashSet<>(Set.of(wanted));
    context.registry().cluster().map(ClusterRow::stableRevision).ifPresent(used::add);
    for (RegistrySnapshot.Row row : context.registry().rows()) {
      if (row.row() instanceof NodeRow.Managed managed) {
        used.add(managed.beat().revision());
        if (managed.order() instanceof Order.ApplySettings order) {
          used.add(order.revision());
        }
      }
    }
    context.registry().revisions().stream()
        .filter(revision -> !used.contains(revision))
        .map(r -> new Step.PruneSettings(r, "nobody uses settings " + r))
        .forEach(plan::step);
  }

  private static void add(Set<Long> used, @Nullable Long number) {
    if (number != null) {
      used.add(number);
    }
  }
}
