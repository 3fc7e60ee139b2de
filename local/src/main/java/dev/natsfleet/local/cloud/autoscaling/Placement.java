package dev.natsfleet.local.cloud.autoscaling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses where to launch and which member to terminate, so that zones stay balanced. Pure
 * functions.
 */
final class Placement {

  private Placement() {}

  /**
   * The subnet in the zone with the fewest members; within a zone the subnet with the fewest, and
   * the first of equals.
   *
   * @param zoneOf subnet → zone
   */
  static String chooseSubnet(
      List<String> subnets, List<Member> members, Function<String, String> zoneOf) {
    Map<String, Integer> zones = count(members, Member::zone);
    Map<String, Integer> used = count(members, member -> member.instance().subnet().id());
    return subnets.stream()
        .min(
            Comparator.<String>comparingInt(s -> zones.getOrDefault(zoneOf.apply(s), 0))
                .thenComparingInt(s -> used.getOrDefault(s, 0)))
        .orElseThrow();
  }

  /** The difference in members between the fullest and the emptiest zone. */
  static int imbalance(List<String> zones, List<Member> members) {
    Map<String, Integer> count = count(members, Member::zone);
    List<Integer> sizes = zones.stream().map(zone -> count.getOrDefault(zone, 0)).sorted().toList();
    return sizes.getLast() - sizes.getFirst();
  }

  /**
   * The member that a scale-in terminates: an unprotected one in the fullest zone that has one, by
   * the policies in their order. Empty if all members are protected.
   */
  static Optional<Member> chooseForScaleIn(
      List<Member> members, List<String> policies, GroupTemplate current) {
    Map<String, Integer> zones = count(members, Member::zone);
    Comparator<Member> order =
        Comparator.<Member>comparingInt(member -> -zones.getOrDefault(member.zone(), 0))
            .thenComparing(byPolicies(policies, current))
            .thenComparing(Member::id);
    return members.stream().filter(member -> !member.scaleInProtected()).min(order);
  }

  private static Comparator<Member> byPolicies(List<String> policies, GroupTemplate current) {
    Comparator<Member> oldest = Comparator.comparing(member -> member.instance().launched());
    Comparator<Member> otherTemplate =
        Comparator.comparing(member -> member.template().id().equals(current.id()));
    Comparator<Member> oldestVersion =
        otherTemplate.thenComparing(member -> member.template().number());
    return policies.stream()
        .map(
            policy ->
                switch (policy) {
                  case "OldestInstance" -> oldest;
                  case "NewestInstance" -> oldest.reversed();
                  case "OldestLaunchTemplate" -> oldestVersion;
                  default -> oldestVersion;
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
