package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.NodeGroup;
import java.time.Duration;
import java.util.Objects;

/**
 * Spreads the nodes over their zones again, for instance after the outage of one: a node is
 * launched first, which Auto Scaling does in the zone with the fewest, and then scale-in retires
 * one of the fullest zone. It begins when nothing else is to do and the members have been the same
 * for a while, so that a zone that still refuses launches costs one move in that time and no more.
 * Where somebody else owns the capacity, Auto Scaling's own AZRebalance does the same.
 */
final class ZoneBalanceRule {

  /** For so long the group has been whole with the same members before a move begins. */
  static final Duration SETTLED = Duration.ofMinutes(30);

  private static final String MOVE = StepDescription.spreadId("");

  private ZoneBalanceRule() {}

  static void plan(PlanContext context, DesiredResources resources, PlanBuilder plan) {
    if (isUnderWay(context, resources)) {
      plan.rollOut(1);
      plan.await(
          Reason.NODES_STARTING, "a node is launched for a zone that has too few; it comes first");
      return;
    }
    ZoneCounts zones = ZoneCounts.of(context, resources);
    if (!resources.ownsCapacity() || !zones.isSkewed() || !context.areReadyBut(node -> false)) {
      return;
    }
    boolean hasRoom = desired(resources) < resources.size().max();
    plan.warn(
        Reason.ZONES_SKEWED,
        "of the nodes are %s; %s"
            .formatted(
                zones,
                hasRoom
                    ? "one is moved when nothing else has changed for %d minutes"
                        .formatted(SETTLED.toMinutes())
                    : "raise spec.core.max above spec.core.desired, so that a new node can come"
                        + " before an old one goes"));
    if (hasRoom && canBegin(context, resources, plan)) {
      GroupSize size = resources.size();
      plan.rollOut(1);
      plan.step(
          new Step.SpreadZones(
              new GroupSize(size.min(), desired(resources) + 1, size.max()),
              zones.emptiest(),
              "of the nodes are %s; one of the fullest zone is retired when the new one serves"
                  .formatted(zones)));
    }
  }

  private static boolean canBegin(
      PlanContext context, DesiredResources resources, PlanBuilder plan) {
    return plan.canDisrupt()
        && !resources.held()
        && context.cluster().otherRollout().isEmpty()
        && context.cloud().unchanged().compareTo(SETTLED) >= 0
        && context
            .group()
            .filter(group -> group.desired() == desired(resources) && isLaunching(group))
            .isPresent();
  }

  /**
   * Whether a node was launched for the sake of the zones and does not serve yet. A launch that
   * fails is given up: the size goes back to what the user wants.
   */
  static boolean isUnderWay(PlanContext context, DesiredResources resources) {
    int surge = desired(resources) + 1;
    boolean complete = context.staying().size() == surge && context.areReadyBut(node -> false);
    return !complete
        && surge <= resources.size().max()
        && resources.ownsCapacity()
        && context.journalIds().anyMatch(id -> id.startsWith(MOVE))
        && context
            .group()
            .filter(group -> group.desired() == surge && isLaunching(group))
            .isPresent();
  }

  /** Whether the journal has to remember the step: the move that it began is not over. */
  static boolean isOpen(String id, PlanContext context) {
    return id.startsWith(MOVE)
        && context.resources().filter(resources -> isUnderWay(context, resources)).isPresent();
  }

  private static boolean isLaunching(NodeGroup group) {
    return group.failures().inARow() == 0 && !group.failures().isShortOfCapacity();
  }

  private static int desired(DesiredResources resources) {
    return Objects.requireNonNullElse(resources.size().desired(), 0);
  }
}
