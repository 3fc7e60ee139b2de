package dev.natsfleet.values;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Durations: whole numbers, each with its unit, from the longest unit to the shortest, each unit at
 * most once: {@code 250ms}, {@code 2m}, {@code 1m30s}, {@code 24h}, {@code 7d}.
 *
 * <p>These are Go's durations without fractions, plus {@code d}, which is 24 hours. A number
 * without a unit is refused: nobody can tell which unit was meant.
 */
public final class DurationFormat {

  /**
   * A unit of time.
   *
   * @param symbol as it is written
   * @param millis that it lasts
   */
  public record Unit(String symbol, long millis) {}

  /** From the longest to the shortest, the order in which they are written. */
  public static final List<Unit> UNITS =
      List.of(
          new Unit("d", 86_400_000),
          new Unit("h", 3_600_000),
          new Unit("m", 60_000),
          new Unit("s", 1_000),
          new Unit("ms", 1));

  /**
   * What a duration that is not empty matches as a whole, in the syntax that Java and RE2 share.
   */
  public static final String PATTERN =
      UNITS.stream()
          .map(unit -> "([0-9]{1,18}" + unit.symbol() + ")?")
          .collect(Collectors.joining());

  /** What is wrong with a text that is no duration, and what to write. */
  public static final String REFUSAL =
      "is not a duration: write whole numbers with d, h, m, s or ms, the longest unit first, for"
          + " example 2m, 1m30s or 250ms";

  private static final String TOO_LONG = "is too long a duration: write at most 106751991167d";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private DurationFormat() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException with what is wrong and what to write
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException(REFUSAL);
    }
    try {
      long millis = 0;
      for (int unit = 0; unit < UNITS.size(); unit++) {
        millis = Math.addExact(millis, millis(matcher.group(unit + 1), UNITS.get(unit)));
      }
      return Duration.ofMillis(millis);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(TOO_LONG, e);
    }
  }

  /**
   * Writes a duration in one unit, which every reader of Go durations takes, nats-server too:
   * {@code 120s}, or {@code 250ms} where seconds are not enough.
   *
   * @param duration not negative, in whole milliseconds
   */
  public static String render(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
  }

  private static long millis(@Nullable String part, Unit unit) {
    if (part == null) {
      return 0;
    }
    String number = part.substring(0, part.length() - unit.symbol().length());
    return Math.multiplyExact(Long.parseLong(number), unit.millis());
  }
}
