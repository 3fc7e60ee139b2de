package dev.natsfleet.operator.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** The reasons of events and conditions as a page of the reference. */
final class ReasonsPage {

  private static final String HEAD =
      """
      # Reasons of events and conditions

      Generated from `Reason`; do not edit.

      The operator gives every event and every condition of a NatsCluster one of these words. They
      are stable: alert rules may match on them. The message beside a reason names the thing and the
      value.
      """;

  private ReasonsPage() {}

  static String render(Set<Reason> reasons) {
    return Arrays.stream(Reason.Kind.values())
        .map(kind -> section(kind, reasons))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String section(Reason.Kind kind, Set<Reason> reasons) {
    String head =
        "%n## %s%n%n%s%n%n| reason | meaning | way out |%n|---|---|---|%n"
            .formatted(kind.title(), kind.explanation());
    return reasons.stream()
        .filter(reason -> reason.kind() == kind)
        .sorted(Comparator.comparing(Reason::text))
        .map(ReasonsPage::line)
        .collect(Collectors.joining("", head, ""));
  }

  private static String line(Reason reason) {
    return "| `%s` | %s | %s |%n".formatted(reason.text(), reason.meaning(), reason.wayOut());
  }
}
