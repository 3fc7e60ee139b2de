package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.registry.NodeState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which node is retired when the pool shrinks: the one whose retirement was begun, else one whose
 * server does not run, else one that is launched and may serve any moment, else one that nobody
 * hears, else one of the fullest zone, there the one with the fewest clients.
 */
final class ScaleInChoice {

  private ScaleInChoice() {}

  /** Chooses among the members that stay; there must be one. */
  static ObservedNode choose(PlanContext context) {
    List<ObservedNode> staying = context.staying();
    Map<String, Long> zones = zones(staying);
    return staying.stream()
        .min(
            Comparator.<ObservedNode, Boolean>comparing(
                    n -> !context.hasBegun(StepDescription.retirementId(n.instance())))
                .thenComparing(ObservedNode::canServe)
                .thenComparing(ScaleInChoice::isAlmostServing)
                .thenComparing(ObservedNode::isServing)
                .thenComparing(n -> -zones.getOrDefault(n.member().zone(), 0L))
                .thenComparing(ObservedNode::clients)
                .thenComparing(ObservedNode::instance))
        .orElseThrow();
  }

  /** What was read a second ago of a node in these states may be true no more. */
  private static boolean isAlmostServing(ObservedNode node) {
    return node.member().lifecycle().isComing()
        && (node.isInState(NodeState.STARTING)
            || node.isInState(NodeState.JOINED)
            || node.isInState(NodeState.SERVING));
  }

  /** Why this node was chosen. */
  static String why(ObservedNode chosen, PlanContext context) {
    if (context.hasBegun(StepDescription.retirementId(chosen.instance()))) {
      return "the retirement of " + chosen.instance() + " was begun";
    }
    if (!chosen.canServe()) {
      return chosen.instance() + " does not serve";
    }
    if (!chosen.isServing()) {
      return chosen.instance() + " does not report that it serves";
    }
    String zone = chosen.member().zone();
    return "%s has the fewest clients (%d) in the fullest zone %s (%d nodes)"
        .formatted(
            chosen.instance(),
            chosen.clients(),
            zone,
            zones(context.staying()).getOrDefault(zone, 0L));
  }

  private static Map<String, Long> zones(List<ObservedNode> nodes) {
    return nodes.stream()
        .collect(Collectors.groupingBy(n -> n.member().zone(), Collectors.counting()));
  }
}
