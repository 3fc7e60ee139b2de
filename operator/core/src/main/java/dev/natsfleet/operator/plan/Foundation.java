package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.settings.Blueprint;
import dev.natsfleet.registry.ClusterRow;

/** The tables and the cluster's row: they come first, since a node reads them when it boots. */
final class Foundation {

  private Foundation() {}

  static void write(Situation situation, Blueprint blueprint, Draft draft) {
    String name = situation.wish().id().awsName();
    switch (situation.registry().tables()) {
      case ABSENT -> draft.step(new Step.CreateTables("table " + name + " does not exist"));
      case CREATING -> draft.bar(Reason.TABLES_NOT_READY, "table " + name + " is being created");
      case DELETING -> draft.bar(Reason.TABLES_NOT_READY, "table " + name + " is being deleted");
      case ACTIVE, FOREIGN -> {}
    }
    if (situation.registry().cluster().isEmpty()) {
      String why = "the cluster has no settings yet";
      draft.step(new Step.StoreSettings(blueprint.settings(), why));
      draft.step(
          new Step.WriteCluster(
              new ClusterRow(situation.wish().owner(), blueprint.settings().revision()), why));
    }
  }
}
