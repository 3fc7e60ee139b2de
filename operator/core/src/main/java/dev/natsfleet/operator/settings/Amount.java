package dev.natsfleet.operator.settings;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as people write them in YAML: {@code 1Mi}, {@code 2m}. */
final class Amount {

  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "k", 1000L, "M", 1000_000L, "Ki", 1L << 10, "Mi", 1L << 20);
  private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L);

  private Amount() {}

  /** Bytes of a Kubernetes quantity up to Mi; empty if it is none. */
  static OptionalLong bytes(String text) {
    return parse(text, BYTES);
  }

  /** Seconds of a duration with one unit; empty if it is none. */
  static OptionalLong seconds(String text) {
    return parse(text, SECONDS);
  }

  private static OptionalLong parse(String text, Map<String, Long> units) {
    Matcher matcher = NUMBER_AND_UNIT.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    Long unit = units.get(matcher.group(2));
    return unit == null
        ? OptionalLong.empty()
        : OptionalLong.of(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
  }
}
