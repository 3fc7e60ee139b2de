package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.registry.ClusterRow;
import java.util.Optional;

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
      case RELEASED ->
          plan.step(
              new Step.AdoptTables(
                  "tables "
                      + name
                      + " were kept and released by an earlier NatsCluster of this name"));
      case CREATING ->
          plan.postpone(Reason.TABLES_NOT_READY, "table " + name + " is being created");
      case DELETING ->
          plan.postpone(Reason.TABLES_NOT_READY, "table " + name + " is being deleted");
      case ACTIVE, FOREIGN -> {}
    }
    Optional<ClusterRow> row = context.registry().cluster();
    if (row.filter(r -> r.owner().equals(context.desired().owner())).isEmpty()) {
      String why =
          row.map(r -> "the tables were " + r.owner() + "; their settings are no longer wanted")
              .orElse("the cluster has no settings yet");
      plan.step(new Step.StoreSettings(resources.settings(), why));
      plan.step(
          new Step.PromoteSettings(
              new ClusterRow(context.desired().owner(), resources.settings().revision()), why));
    }
  }
}
