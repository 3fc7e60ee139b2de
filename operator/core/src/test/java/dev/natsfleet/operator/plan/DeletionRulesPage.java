package dev.natsfleet.operator.plan;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of a deletion as a page of the reference. */
final class DeletionRulesPage {

  private static final String HEAD =
      """
      # The rules of a deletion

      Generated from `DeletionPlan.RULES`; do not edit.

      Once a NatsCluster is being deleted, each rule for its `deletionPolicy` is asked in every pass in
      this order. They add to one plan as [the rules of the planner](plan-rules.md) do: once steps
      are postponed, every further step is shown in `status.plan` and not made yet. The object is
      gone when nothing of any part is left. What belongs to somebody else counts as absent.

      With RetainData nothing ends while clients are connected to a node; after that each node has
      to report once more that none is.

      | # | part | deletionPolicy | plans | why it stands there |
      |---|---|---|---|---|
      """;

  private DeletionRulesPage() {}

  static String render(List<DeletionPart> rules) {
    return IntStream.range(0, rules.size())
        .mapToObj(i -> line(i + 1, rules.get(i)))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(int number, DeletionPart rule) {
    return "| %d | %s | %s | %s | %s |%n"
        .formatted(number, rule.part(), rule.policies().text(), rule.plans(), rule.place());
  }
}
