package dev.natsfleet.agent.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes maps, lists, texts, numbers and booleans in the configuration language of nats-server.
 * Every text is quoted: a bare word may be a number with a suffix, a variable or a date ({@code 2m}
 * is two million).
 */
final class ConfigText {

  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private ConfigText() {}

  static String write(Map<String, Object> tree) {
    return entries(tree, "");
  }

  private static String entries(Map<?, ?> tree, String indent) {
    return tree.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(entry -> indent + key(entry.getKey()) + ": " + value(entry.getValue(), indent) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * nats-server knows no escapes in keys (conf/lex.go, lexDubQuotedKey and lexQuotedKey). A key
   * with both kinds of quotes cannot be written; its text is one that {@code nats-server -t}
   * refuses.
   */
  private static String key(Object key) {
    String name = key.toString();
    if (BARE.matcher(name).matches()) {
      return name;
    } else if (!name.contains("\"")) {
      return '"' + name + '"';
    }
    return name.contains("'") ? quoted(name) : "'" + name + "'";
  }

  private static String value(Object value, String indent) {
    return switch (value) {
      case Map<?, ?> map -> "{\n" + entries(map, indent + "  ") + indent + "}";
      case List<?> list -> list(list, indent);
      case Boolean truth -> truth.toString();
      case Number number -> number.toString();
      default -> quoted(value.toString());
    };
  }

  private static String list(List<?> list, String indent) {
    if (list.isEmpty()) {
      return "[]";
    }
    return list.stream()
        .map(element -> indent + "  " + value(element, indent + "  "))
        .collect(Collectors.joining("\n", "[\n", "\n" + indent + "]"));
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(escaped((char) c)));
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? String.format("\\x%02X", (int) c) : String.valueOf(c);
    };
  }
}
