package dev.natsfleet.operator.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of the planner's rules as a page of the reference. */
final class PlanRulesPage {

  private static final String HEAD =
      """
      # The rules of the planner

      Generated from `ClusterPlanner.RULES`; do not edit.

      In every pass each rule is asked in this order and adds steps, waits, warnings and refusals to
      the same plan. Two switches carry a decision to the rules that follow: once disruption is
      forbidden, no further step that disturbs a serving node is planned; once steps are postponed,
      every further step is shown in `status.plan` and not made yet.

      The table is not asked while AWS cannot be read, while a resource of the cluster's name
      belongs to somebody else, and after the refusal of a first creation (`CreationRollback`);
      while the registry cannot be read, only the rules of which the table says so are. A cluster that is being deleted follows
      [the rules of its deletion](deletion-rules.md), unless its nodes are guarded: then the table
      is asked on. While a resource bears no mark of an owner, only
      `EndpointsRule` is.

      | # | rule | asked | plans | why it stands there |
      |---|---|---|---|---|
      """;

  private PlanRulesPage() {}

  static String render(List<PlanRule> rules) {
    return IntStream.range(0, rules.size())
        .mapToObj(i -> line(i + 1, rules.get(i)))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(int number, PlanRule rule) {
    return "| %d | `%s` | %s | %s | %s |%n"
        .formatted(number, rule.name(), rule.scope().text(), rule.plans(), rule.place());
  }
}
