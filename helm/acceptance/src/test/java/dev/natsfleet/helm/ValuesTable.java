package dev.natsfleet.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the chart as a table, out of the comments of {@code values.yaml}. */
final class ValuesTable {

  private static final Pattern LINE = Pattern.compile("( {0,2})([A-Za-z]+):(?: (.*))?");

  private ValuesTable() {}

  /** The table; every value must have a comment before it. */
  static String render(String values) {
    StringBuilder table = new StringBuilder("| value | default | meaning |\n|---|---|---|\n");
    List<String> comment = new ArrayList<>();
    String section = "";
    for (String line : values.lines().toList()) {
      Matcher value = LINE.matcher(line);
      if (line.strip().startsWith("#")) {
        comment.add(line.strip().substring(1).strip());
      } else if (value.matches() && value.group(3) == null) {
        section = value.group(2) + ".";
        comment.clear();
      } else if (value.matches()) {
        String name = (value.group(1).isEmpty() ? "" : section) + value.group(2);
        table.append(row(name, value.group(3), comment));
        comment.clear();
      }
    }
    return table.toString();
  }

  private static String row(String name, String initial, List<String> comment) {
    if (comment.isEmpty()) {
      throw new IllegalStateException("values.yaml does not say what " + name + " is");
    }
    return "| `%s` | `%s` | %s |\n".formatted(name, initial, String.join(" ", comment));
  }
}
