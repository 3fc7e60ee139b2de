package dev.natsfleet.logs.settings;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit, as people write them: {@code 8Mi}, {@code 250ms}, {@code 24h}. */
final class Quantity {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30, "Ti", 1L << 40);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Quantity() {}

  static long bytes(String text) {
    return amount(text, BYTES, "bytes with Ki, Mi, Gi or Ti");
  }

  static Duration duration(String text) {
    return Duration.ofMillis(amount(text, MILLIS, "a time in ms, s, m, h or d"));
  }

  static int count(String text) {
    return Math.toIntExact(
        Math.min(amount(text, Map.of("", 1L), "a whole number"), Integer.MAX_VALUE));
  }

  private static long amount(String text, Map<String, Long> units, String form) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
      throw new IllegalArgumentException("is not " + form);
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), units.get(matcher.group(2)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is too much", e);
    }
  }
}
