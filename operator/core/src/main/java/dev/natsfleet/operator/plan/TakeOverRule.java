package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.RegistrySnapshot;
import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.OwnedResource;
import dev.natsfleet.operator.port.ServiceEndpoints.Published;
import dev.natsfleet.registry.ClusterRow;
import java.util.Optional;

/**
 * Marks as the cluster's own what an earlier object of the same owner released, and what the
 * annotation {@code natsfleet.dev/take-over} gives to it. Nothing else of it changes: nodes go on
 * serving, and what differs from the specification is corrected later, as ever.
 */
final class TakeOverRule {

  private TakeOverRule() {}

  static void plan(PlanContext context, PlanBuilder plan) {
    planRegistry(context, plan);
    planResources(context, plan);
  }

  /** Tables and row; a deletion that keeps them does not take back what it has released. */
  static void planRegistry(PlanContext context, PlanBuilder plan) {
    RegistrySnapshot registry = context.registry();
    registry.holders().forEach(holder -> take(OwnedResource.TABLES, holder, context, plan));
    registry
        .cluster()
        .map(ClusterRow::owner)
        .ifPresent(holder -> take(OwnedResource.CLUSTER_ROW, holder, context, plan));
  }

  /** Everything else. */
  static void planResources(PlanContext context, PlanBuilder plan) {
    context
        .template()
        .flatMap(template -> Optional.ofNullable(template.owner()))
        .ifPresent(holder -> take(OwnedResource.TEMPLATE, holder, context, plan));
    context
        .group()
        .flatMap(group -> Optional.ofNullable(group.owner()))
        .ifPresent(holder -> take(OwnedResource.GROUP, holder, context, plan));
    context.cluster().endpoints().value().map(Published::others).stream()
        .flatMap(others -> others.values().stream())
        .distinct()
        .forEach(holder -> take(OwnedResource.SERVICE, holder, context, plan));
  }

  private static void take(
      OwnedResource resource, String holder, PlanContext context, PlanBuilder plan) {
    if (context.desired().canTakeOver(holder)) {
      plan.step(
          new Step.TakeOver(
              resource,
              holder,
              "it is marked '%s'; its owner is now %s"
                  .formatted(holder, context.desired().owner())));
    }
  }

  /** Whether the group belongs to the cluster, or may be taken over. */
  static boolean canHaveGroup(PlanContext context) {
    return context.group().map(NodeGroup::owner).filter(context.desired()::canHave).isPresent();
  }

  /** Whether the template belongs to the cluster, or may be taken over. */
  static boolean canHaveTemplate(PlanContext context) {
    return context
        .template()
        .map(LaunchTemplate::owner)
        .filter(context.desired()::canHave)
        .isPresent();
  }
}
