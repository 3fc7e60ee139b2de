package dev.natsfleet.local.smoke;

import dev.natsfleet.local.view.ClusterView;
import dev.natsfleet.registry.Tables;

/** The milestones from an applied object to a ready cluster. */
final class ReadyMilestones {

  private ReadyMilestones() {}

  /** The milestones of a cluster with this many nodes; the clock starts now. */
  static Milestones of(ClusterView cluster, int nodes) {
    return new Milestones()
        .expect("object-seen", () -> cluster.kubernetes().status().isPresent())
        .expect("tables-active", () -> cluster.aws().tables() == Tables.State.ACTIVE)
        .expect("group-created", () -> cluster.aws().group().isPresent())
        .expect("instances-running", () -> cluster.aws().running().size() == nodes)
        .expect("first-heartbeat", () -> !cluster.aws().rows().isEmpty())
        .expect("routes-up", () -> cluster.isMeshed(nodes))
        .expect("hooks-completed", () -> cluster.aws().inService() == nodes)
        .expect("ready", () -> cluster.kubernetes().isSettledAt(nodes));
  }
}
