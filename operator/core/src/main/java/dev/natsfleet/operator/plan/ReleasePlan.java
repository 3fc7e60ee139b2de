package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.OwnedResource;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.Tables;

/**
 * The plan for a cluster whose object is deleted and whose nodes stay: everything that is ours is
 * marked as released. Nothing else is written, so that clients do not notice; a later object of the
 * same owner takes it over.
 */
final class ReleasePlan {

  private ReleasePlan() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    String why =
        "the NatsCluster is being deleted, and deletionPolicy Retain lets its nodes serve on";
    plan.step(new Step.Release(OwnedResource.SERVICE, why));
    context
        .group()
        .map(NodeGroup::owner)
        .filter(context.desired()::owns)
        .ifPresent(owner -> plan.step(new Step.Release(OwnedResource.GROUP, why)));
    context
        .template()
        .map(LaunchTemplate::owner)
        .filter(context.desired()::owns)
        .ifPresent(owner -> plan.step(new Step.Release(OwnedResource.TEMPLATE, why)));
    releaseRegistry(context, why, plan);
  }

  /** The row before the tables, so that free tables have a free row. */
  static void releaseRegistry(PlanContext context, String why, PlanBuilder plan) {
    context
        .registry()
        .cluster()
        .map(ClusterRow::owner)
        .filter(context.desired()::owns)
        .ifPresent(owner -> plan.step(new Step.Release(OwnedResource.CLUSTER_ROW, why)));
    if (context.registry().tables() != Tables.State.ABSENT) {
      plan.step(new Step.Release(OwnedResource.TABLES, why));
    }
  }
}
