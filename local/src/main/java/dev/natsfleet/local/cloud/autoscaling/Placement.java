package dev.natsfleet.local.cloud.autoscaling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where to launch and whom to end, so that zones stay balanced; pure. */
final class Placement {

  private Placement() {}

  /**
   * The subnet whose zone, then which itself, has fewest members; the first of equals.
   *
   * @param zoneOf subnet → zone
   */
  static String subnet(
      List<String> subnets, List<Member> members, Function<String, String> zoneOf) {
    Map<String, Integer> zones = count(members, Member::zone);
    Map<String, Integer> used = count(members, member -> member.instance().subnet().id());
    return subnets.stream()
        .min(
            Comparator.<String>comparingInt(s -> zones.getOrDefault(zoneOf.apply(s), 0))
                .thenComparingInt(s -> used.getOrDefault(s, 0)))
        .orElseThrow();
  }

  /** By how many members the fullest zone exceeds the emptiest. */
  static int imbalance(List<String> zones, List<Member> members) {
    Map<String, Integer> count = count(members, Member::zone);
    List<Integer> sizes = zones.stream().map(zone -> count.getOrDefault(zone, 0)).sorted().toList();
    return sizes.getLast() - sizes.getFirst();
  }

  /**
   * The member that a scale-in ends: from the fullest zone that has one without protection, by the
   * policies in their order; empty when all are protected.
   */
  static Optional<Member> victim(
      List<Member> members, List<String> policies, TemplateSpec current) {
    Map<String, Integer> zones = count(members, Member::zone);
    Comparator<Member> order =
        Comparator.<Member>comparingInt(member -> -zones.getOrDefault(member.zone(), 0))
            .thenComparing(byPolicies(policies, current))
            .thenComparing(Member::id);
    return members.stream().filter(member -> !member.shielded()).min(order);
  }

  private static Comparator<Member> byPolicies(List<String> policies, TemplateSpec current) {
    Comparator<Member> oldest = Comparator.comparing(member -> member.instance().launched());
    Comparator<Member> stale = Comparator.comparing(member -> member.template().equals(current));
    return policies.stream()
        .map(
            policy ->
                switch (policy) {
                  case "OldestInstance" -> oldest;
                  case "NewestInstance" -> oldest.reversed();
                  case "OldestLaunchTemplate" -> stale;
                  default -> stale.thenComparing(oldest);
                })
        .reduce(Comparator::thenComparing)
        .orElse(oldest);
  }

  private static Map<String, Integer> count(List<Member> members, Function<Member, String> by) {
    Map<String, Integer> count = new HashMap<>();
    members.forEach(member -> count.merge(by.apply(member), 1, Integer::sum));
    return count;
  }
}
