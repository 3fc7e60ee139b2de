package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.registry.ClusterRow;

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
      String why = "the cluster has no settings yet";
      plan.step(new Step.StoreSettings(resources.settings(), why));
      plan.step(
          new Step.PromoteSettings(
              new ClusterRow(context.desired().owner(), resources.settings().revision()), why));
    }
  }
}
