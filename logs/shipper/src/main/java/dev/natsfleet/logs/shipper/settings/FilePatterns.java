package dev.natsfleet.logs.shipper.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns in {@code SHIPPER_FILE}: commas separate them, but not within brackets and braces.
 * Braces are expanded as a shell does it, so that {@code {a,b/c}} may stand for names in different
 * directories.
 */
final class FilePatterns {

  private FilePatterns() {}

  /**
   * Parses patterns; throws IllegalArgumentException with the pattern and what is wrong with it.
   */
  static List<String> parse(String text) {
    List<String> patterns = new ArrayList<>();
    for (String item : split(text)) {
      String pattern = item.strip();
      if (!pattern.isEmpty()) {
        patterns.addAll(expanded(pattern));
      }
    }
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("names no file: write a path or a pattern");
    }
    patterns.forEach(FilePatterns::check);
    return List.copyOf(patterns);
  }

  private static void check(String pattern) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + Path.of(pattern));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "%s is no pattern: %s; write \\ before a character that stands for itself"
              .formatted(pattern, e.getDescription()),
          e);
    }
  }

  /** The parts between commas outside brackets and braces. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (letter == '{' || letter == '}') {
        depth = Math.max(0, depth + (letter == '{' ? 1 : -1));
      } else if (letter == '[') {
        at = Math.max(at, closing(text, at));
      } else if (letter == ',' && depth == 0) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Where a bracket that is opened ends; -1 when it does not. */
  private static int closing(String text, int bracket) {
    int first = bracket + (text.startsWith("!", bracket + 1) ? 2 : 1);
    return text.indexOf(']', first + 1);
  }

  /** The pattern once for each alternative in its first braces; itself without any. */
  private static List<String> expanded(String pattern) {
    int open = pattern.indexOf('{');
    while (open > 0 && pattern.charAt(open - 1) == '\\') {
      open = pattern.indexOf('{', open + 1);
    }
    int end = open < 0 ? -1 : end(pattern, open);
    if (end < 0) {
      return List.of(pattern);
    }
    List<String> all = new ArrayList<>();
    for (String alternative : split(pattern.substring(open + 1, end))) {
      all.addAll(expanded(pattern.substring(0, open) + alternative + pattern.substring(end + 1)));
    }
    return all;
  }

  /** Where braces that are opened end; -1 when they do not. */
  private static int end(String pattern, int open) {
    int depth = 0;
    for (int at = open; at < pattern.length(); at++) {
      char letter = pattern.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (letter == '{') {
        depth++;
      } else if (letter == '}' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
