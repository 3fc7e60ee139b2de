package dev.natsfleet.values;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes in bytes: a whole number, or one with a unit of Kubernetes quantities: {@code 1048576},
 * {@code 512Ki}, {@code 1Mi}, {@code 1Gi}, {@code 10M}.
 *
 * <p>{@code Ki}, {@code Mi}, {@code Gi} and {@code Ti} are powers of 1024, {@code k}, {@code M},
 * {@code G} and {@code T} powers of 1000. Fractions are refused, and so is nats-server's {@code
 * 1MB}, which means 1048576 there and 1000000 elsewhere.
 */
public final class SizeFormat {

  private static final Map<String, Long> UNITS =
      Map.of(
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "T",
          1_000_000_000_000L,
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30,
          "Ti",
          1L << 40);

  /** What a size matches as a whole, in the syntax that Java and RE2 share. */
  public static final String PATTERN = "([0-9]{1,18})(k|M|G|T|Ki|Mi|Gi|Ti)?";

  /** What is wrong with a text that is no size, and what to write. */
  public static final String REFUSAL =
      "is not a size: write bytes as a whole number, or one with k, M, G, T, Ki, Mi, Gi or Ti, for"
          + " example 512Ki or 1Mi";

  private static final String TOO_LARGE = "is too large a size: write at most 8388607Ti";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private SizeFormat() {}

  /**
   * Reads a size, in bytes.
   *
   * @throws IllegalArgumentException with what is wrong and what to write
   */
  public static long parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(REFUSAL);
    }
    String unit = matcher.group(2);
    long number = Long.parseLong(matcher.group(1));
    try {
      return unit == null
          ? number
          : Math.multiplyExact(number, Objects.requireNonNull(UNITS.get(unit), unit));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(TOO_LARGE, e);
    }
  }
}
