package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.observe.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who goes when the pool shrinks: the one whose retirement was begun, else one that does not serve,
 * else one of the fullest zone, there the one with the fewest clients.
 */
final class Victims {

  private Victims() {}

  /** Chooses among the members that stay; there must be one. */
  static Node choose(Situation situation) {
    List<Node> staying = situation.staying();
    Map<String, Long> zones = zones(staying);
    return staying.stream()
        .min(
            Comparator.<Node, Boolean>comparing(
                    n -> !situation.begun(StepWords.retirement(n.instance())))
                .thenComparing(Node::serving)
                .thenComparing(n -> -zones.getOrDefault(n.member().zone(), 0L))
                .thenComparing(Node::clients)
                .thenComparing(Node::instance))
        .orElseThrow();
  }

  /** Why it was this one. */
  static String why(Node victim, Situation situation) {
    if (situation.begun(StepWords.retirement(victim.instance()))) {
      return "the retirement of " + victim.instance() + " was begun";
    }
    if (!victim.serving()) {
      return victim.instance() + " does not serve";
    }
    String zone = victim.member().zone();
    return "%s has the fewest clients (%d) in the fullest zone %s (%d nodes)"
        .formatted(
            victim.instance(),
            victim.clients(),
            zone,
            zones(situation.staying()).getOrDefault(zone, 0L));
  }

  private static Map<String, Long> zones(List<Node> nodes) {
    return nodes.stream()
        .collect(Collectors.groupingBy(n -> n.member().zone(), Collectors.counting()));
  }
}
