package dev.natsfleet.operator.plan;

import static java.util.stream.Collectors.counting;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.registry.ClusterRow;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates the tables, the first settings and the cluster's row, which a node reads when it boots.
 */
final class TablesRule {

  private TablesRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    String name = context.desired().id().awsName();
    switch (context.registry().tables()) {
      case ABSENT -> plan.step(new Step.CreateTables("table " + name + " does not exist"));
      case PARTIAL ->
          plan.step(new Step.CreateTables("tables of " + name + " are there but not complete"));
      case CREATING ->
          plan.postpone(Reason.TABLES_NOT_READY, "table " + name + " is being created");
      case DELETING ->
          plan.postpone(Reason.TABLES_NOT_READY, "table " + name + " is being deleted");
      case ACTIVE, FOREIGN -> {}
    }
    if (context.registry().cluster().isEmpty()) {
      proven(context, resources.settings().revision())
          .ifPresentOrElse(
              revision ->
                  promote(
                      revision, "the cluster's row is gone; nodes run with these", context, plan),
              () -> {
                String why = "the cluster has no settings yet";
                plan.step(new Step.StoreSettings(resources.settings(), why));
                promote(resources.settings().revision(), why, context, plan);
              });
    }
  }

  /** Other settings than the wanted ones, which may not be proven, that most nodes run with. */
  private static Optional<String> proven(PlanContext context, String wanted) {
    Map<String, Long> nodes =
        context.inService().stream()
            .flatMap(node -> node.revision().stream())
            .filter(revision -> !revision.equals(wanted))
            .filter(context.registry().revisions()::contains)
            .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, counting()));
    return nodes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static void promote(String revision, String why, PlanContext context, PlanBuilder plan) {
    plan.step(new Step.PromoteSettings(new ClusterRow(context.desired().owner(), revision), why));
  }
}
