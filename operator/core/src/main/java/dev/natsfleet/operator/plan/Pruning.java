package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Registry;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.Member;
import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Template versions and settings that nobody uses any more; both are limited in number. */
final class Pruning {

  private Pruning() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    templates(situation, Launching.wanted(situation, blueprint).number(), draft);
    settings(situation, blueprint.settings().revision(), draft);
  }

  private static void templates(Situation situation, long wanted, Draft draft) {
    if (wanted == 0 || situation.group().isEmpty() || situation.template().isEmpty()) {
      return;
    }
    Group group = situation.group().get();
    Set<Long> used = new HashSet<>(List.of(wanted, situation.template().get().defaultVersion()));
    add(used, group.templateVersion());
    group.members().stream().map(Member::templateVersion).forEach(number -> add(used, number));
    situation.template().get().versions().stream()
        .filter(version -> !used.contains(version.number()))
        .map(v -> new Step.PruneTemplate(v.number(), "nothing uses template version " + v.hash()))
        .forEach(draft::step);
  }

  private static void settings(Situation situation, String wanted, Draft draft) {
    Set<String> used = new HashSet<>(Set.of(wanted));
    situation.registry().cluster().map(ClusterRow::stableRevision).ifPresent(used::add);
    for (Registry.Row row : situation.registry().rows()) {
      if (row.row() instanceof NodeRow.Fleet fleet) {
        used.add(fleet.beat().revision());
        if (fleet.order() instanceof Order.ApplySettings order) {
          used.add(order.revision());
        }
      }
    }
    situation.registry().revisions().stream()
        .filter(revision -> !used.contains(revision))
        .map(r -> new Step.PruneSettings(r, "nobody uses settings " + r))
        .forEach(draft::step);
  }

  private static void add(Set<Long> used, @Nullable Long number) {
    if (number != null) {
      used.add(number);
    }
  }
}
