package dev.natsfleet.logs.program.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reference page of all variables, rendered from {@link Variable}. */
public final class VariableTable {

  private static final String HEAD =
      """
      # Variables of natsfleet-shipper and natsfleet-receiver

      Generated from the code; durations are written `250ms`, `5s`, `1m30s`, `24h`, `7d`, sizes `64Ki`, `8Mi`, `1Gi`: [the grammar](values.md).

      | variable | read by | default | meaning |
      |---|---|---|---|
      """;

  private VariableTable() {}

  /** The whole page, in Markdown. */
  public static String render() {
    return Arrays.stream(Variable.values())
        .map(VariableTable::row)
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static String row(Variable variable) {
    String initial = variable.initial();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            variable,
            variable.program().name().toLowerCase(Locale.ROOT),
            initial == null ? "**required**" : initial.isEmpty() ? "" : "`" + initial + "`",
            variable.meaning());
  }
}
