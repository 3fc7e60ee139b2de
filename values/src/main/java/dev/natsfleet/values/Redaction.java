package dev.natsfleet.values;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hides what nobody may read in a text that quotes what a user or another program wrote. People put
 * passwords into fields that are not made for them, and programs quote what they refuse.
 */
public final class Redaction {

  private static final String HIDDEN = "***";

  /** Up to the last {@code @}, since a password that nobody has encoded may hold any character. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^,\\s]*(?=@)");

  /** A shorter value says nothing, and is part of too many words. */
  private static final int SHORTEST = 4;

  private Redaction() {}

  /** A text without user, password and token of the URLs in it. */
  public static String urls(String text) {
    return USER_INFO.matcher(text).replaceAll(HIDDEN);
  }

  /**
   * A text without the texts and numbers that a configuration holds, at whatever depth, and without
   * secrets of URLs. Keys are shown: they say where to look.
   */
  public static String values(String text, Map<String, Object> configuration) {
    String redacted = urls(text);
    for (String value :
        leaves(configuration)
            .filter(leaf -> leaf.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList()) {
      redacted =
          Pattern.compile("(?<!\\w)" + Pattern.quote(value) + "(?!\\w)")
              .matcher(redacted)
              .replaceAll(Matcher.quoteReplacement(HIDDEN));
    }
    return redacted;
  }

  private static Stream<String> leaves(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> map.values().stream().flatMap(Redaction::leaves);
      case Collection<?> list -> list.stream().flatMap(Redaction::leaves);
      case Boolean truth -> Stream.empty();
      default -> Stream.of(tree.toString());
    };
  }
}
