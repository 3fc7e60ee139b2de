package dev.natsfleet.operator.desired;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON with sorted keys and no space, so that equal content is equal text. */
final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * Writes maps, collections, strings, numbers, booleans and null.
   *
   * @throws IllegalArgumentException for anything else
   */
  static String write(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> object(map);
      case Collection<?> list -> list.stream().map(CanonicalJson::write).collect(inside("[", "]"));
      case Number number -> number(number);
      case Boolean truth -> truth.toString();
      case String text -> quote(text);
      default -> throw new IllegalArgumentException(value.getClass() + " is no JSON value");
    };
  }

  private static String object(Map<?, ?> map) {
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    return sorted.entrySet().stream()
        .map(entry -> quote(entry.getKey()) + ":" + write(entry.getValue()))
        .collect(inside("{", "}"));
  }

  private static String number(Number number) {
    BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
    return plain.toPlainString();
  }

  private static java.util.stream.Collector<CharSequence, ?, String> inside(
      String open, String close) {
    return Collectors.joining(",", open, close);
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append(escape((char) c)));
    return out.append('"').toString();
  }

  private static String escape(char c) {
    if (c == '"' || c == '\\') {
      return "\\" + c;
    }
    return c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
  }
}
