package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.ClusterRow;
import java.util.Optional;

/** The tables and the cluster's row: they come first, since a node reads them when it boots. */
final class Foundation {

  private Foundation() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    String name = situation.wish().id().awsName();
    switch (situation.registry().tables()) {
      case ABSENT -> draft.step(new Step.CreateTables("table " + name + " does not exist"));
      case PARTIAL ->
          draft.step(new Step.CreateTables("tables of " + name + " are there but not complete"));
      case RELEASED ->
          draft.step(
              new Step.AdoptTables(
                  "tables "
                      + name
                      + " were kept and released by an earlier NatsCluster of this name"));
      case CREATING -> draft.bar(Reason.TABLES_NOT_READY, "table " + name + " is being created");
      case DELETING -> draft.bar(Reason.TABLES_NOT_READY, "table " + name + " is being deleted");
      case ACTIVE, FOREIGN -> {}
    }
    Optional<ClusterRow> row = situation.registry().cluster();
    if (row.filter(r -> r.owner().equals(situation.wish().owner())).isEmpty()) {
      String why =
          row.map(r -> "the tables were " + r.owner() + "; their settings are no longer wanted")
              .orElse("the cluster has no settings yet");
      draft.step(new Step.StoreSettings(blueprint.settings(), why));
      draft.step(
          new Step.WriteCluster(
              new ClusterRow(situation.wish().owner(), blueprint.settings().revision()), why));
    }
  }
}
