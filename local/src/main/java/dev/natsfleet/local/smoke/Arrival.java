package dev.natsfleet.local.smoke;

import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.Tables;

/** The way from an applied object to a cluster that is ready. */
final class Arrival {

  private Arrival() {}

  /** The milestones of a cluster with so many nodes; the clock starts now. */
  static Milestones of(ClusterView cluster, int nodes) {
    return new Milestones()
        .watch("object-seen", () -> cluster.kubernetes().status().isPresent())
        .watch("tables-active", () -> cluster.aws().tables() == Tables.State.ACTIVE)
        .watch("group-created", () -> cluster.aws().group().isPresent())
        .watch("instances-running", () -> cluster.aws().running().size() == nodes)
        .watch("first-heartbeat", () -> !cluster.aws().rows().isEmpty())
        .watch("routes-up", () -> cluster.meshed(nodes))
        .watch("hooks-completed", () -> cluster.aws().inService() == nodes)
        .watch("ready", () -> cluster.kubernetes().settledAt(nodes));
  }
}
