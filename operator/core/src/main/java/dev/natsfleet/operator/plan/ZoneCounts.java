package dev.natsfleet.operator.plan;

import dev.natsfleet.operator.desired.DesiredResources;
import dev.natsfleet.operator.observe.ObservedNode;
import dev.natsfleet.operator.observe.ResolvedReferences;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the nodes that stay are spread over the zones of the specification.
 *
 * @param nodes by zone, also of zones without one; empty while the zones cannot be read
 */
record ZoneCounts(SortedMap<String, Integer> nodes) {

  static ZoneCounts of(PlanContext context, DesiredResources resources) {
    Map<String, String> zones =
        context.cluster().references().value().map(ResolvedReferences::zones).orElse(Map.of());
    SortedMap<String, Integer> nodes = new TreeMap<>();
    resources.subnets().stream()
        .map(zones::get)
        .filter(Objects::nonNull)
        .forEach(zone -> nodes.put(zone, 0));
    context.staying().stream()
        .map(ObservedNode::member)
        .forEach(member -> nodes.computeIfPresent(member.zone(), (zone, count) -> count + 1));
    return new ZoneCounts(nodes);
  }

  /** Whether one node less in the fullest zone and one more in the emptiest is a better spread. */
  boolean isSkewed() {
    return !nodes.isEmpty()
        && Collections.max(nodes.values()) - Collections.min(nodes.values()) > 1;
  }

  /** The zone with the fewest nodes. */
  String emptiest() {
    return nodes.entrySet().stream()
        .min(Comparator.comparing(Map.Entry<String, Integer>::getValue))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  @Override
  public String toString() {
    return nodes.entrySet().stream()
        .map(zone -> zone.getValue() + " in " + zone.getKey())
        .collect(Collectors.joining(", "));
  }
}
