package dev.natsfleet.logs.receiver.settings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** File name patterns with the strftime conversions that fshipper knows. */
public final class Strftime {

  private static final ZonedDateTime EPOCH = Instant.EPOCH.atZone(ZoneOffset.UTC);

  private static final Map<Character, String> CONVERSIONS =
      Map.ofEntries(
          Map.entry('A', "EEEE"),
          Map.entry('a', "EEE"),
          Map.entry('B', "MMMM"),
          Map.entry('b', "MMM"),
          Map.entry('d', "dd"),
          Map.entry('F', "yyyy-MM-dd"),
          Map.entry('H', "HH"),
          Map.entry('I', "hh"),
          Map.entry('j', "DDD"),
          Map.entry('M', "mm"),
          Map.entry('m', "MM"),
          Map.entry('p', "a"),
          Map.entry('S', "ss"),
          Map.entry('T', "HH:mm:ss"),
          Map.entry('R', "HH:mm"),
          Map.entry('Y', "yyyy"),
          Map.entry('y', "yy"),
          Map.entry('Z', "zzz"),
          Map.entry('z', "xx"));

  private Strftime() {}

  /** Gives a pattern back that can be rendered; throws IllegalArgumentException on any other. */
  static String check(String pattern) {
    format(pattern, EPOCH);
    return pattern;
  }

  /** Renders a pattern for a time; throws IllegalArgumentException on an unknown conversion. */
  public static String format(String pattern, ZonedDateTime time) {
    return replace(pattern, letter -> conversion(letter, time));
  }

  /**
   * A regular expression that matches what {@link #format} renders and nothing else, because files
   * are deleted by it.
   */
  public static String regex(String pattern) {
    return replace(pattern.replaceAll("([^A-Za-z0-9%/])", "\\\\$1"), Strftime::regexOf);
  }

  private static String regexOf(char letter) {
    return switch (letter) {
      case 'A', 'a' -> anyOf(letter, IntStream.range(0, 7).mapToObj(EPOCH::plusDays));
      case 'B', 'b' -> anyOf(letter, IntStream.range(0, 12).mapToObj(EPOCH::plusMonths));
      case 'p' -> anyOf(letter, Stream.of(EPOCH, EPOCH.plusHours(12)));
      case 'd' -> "(0[1-9]|[12]\\d|3[01])";
      case 'm', 'I' -> "(0[1-9]|1[0-2])";
      case 'H' -> "([01]\\d|2[0-3])";
      case 'M', 'S' -> "[0-5]\\d";
      case 'j' -> "(00[1-9]|0[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])";
      case 'Y' -> "\\d{4}";
      case 'y' -> "\\d{2}";
      case 'F' -> regexOf('Y') + "-" + regexOf('m') + "-" + regexOf('d');
      case 'R' -> regexOf('H') + ":" + regexOf('M');
      case 'T' -> regexOf('R') + ":" + regexOf('S');
      case 'z' -> "[+-]\\d{4}";
      case 'Z' -> "[A-Za-z][A-Za-z0-9:+-]*";
      default -> throw new IllegalArgumentException("has the unknown conversion %" + letter);
    };
  }

  private static String anyOf(char letter, Stream<ZonedDateTime> times) {
    return times
        .map(time -> Pattern.quote(conversion(letter, time)))
        .collect(Collectors.joining("|", "(", ")"));
  }

  private static String replace(String pattern, Conversion conversion) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter != '%') {
        text.append(letter);
      } else if (++i == pattern.length()) {
        throw new IllegalArgumentException("ends with a single %; write %% for a %");
      } else {
        text.append(pattern.charAt(i) == '%' ? "%" : conversion.of(pattern.charAt(i)));
      }
    }
    return text.toString();
  }

  private static String conversion(char letter, ZonedDateTime time) {
    String form = CONVERSIONS.get(letter);
    if (form == null) {
      throw new IllegalArgumentException(
          "has the unknown conversion %%%s; known are %s, and %%%% for a %%"
              .formatted(letter, new TreeSet<>(CONVERSIONS.keySet())));
    }
    return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(time);
  }

  /** Renders one conversion. */
  private interface Conversion {
    String of(char letter);
  }
}
