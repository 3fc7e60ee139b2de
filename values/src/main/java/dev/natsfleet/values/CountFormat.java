package dev.natsfleet.values;

import java.util.regex.Pattern;

/** Counts and other whole numbers without a unit: {@code 3}, {@code 65535}. */
public final class CountFormat {

  /** What is wrong with a text that is no count, and what to write. */
  public static final String REFUSAL = "is not a whole number: write digits only, for example 3";

  /** What is wrong with a text that is no whole number, and what to write. */
  public static final String SIGNED_REFUSAL =
      "is not a whole number: write digits, with - in front for less than zero, from "
          + Integer.MIN_VALUE
          + " to "
          + Integer.MAX_VALUE;

  private static final Pattern FORM = Pattern.compile("[+]?[0-9]{1,18}");
  private static final Pattern SIGNED = Pattern.compile("[+-]?[0-9]{1,18}");

  private CountFormat() {}

  /**
   * Reads a count. More than {@link Integer#MAX_VALUE} counts as that: no limit is larger.
   *
   * @throws IllegalArgumentException with what is wrong and what to write
   */
  public static int parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(REFUSAL);
    }
    return Math.toIntExact(Math.min(Long.parseLong(text), Integer.MAX_VALUE));
  }

  /**
   * Reads a whole number that may be below zero.
   *
   * @throws IllegalArgumentException with what is wrong and what to write
   */
  public static int parseSigned(String text) {
    long number = SIGNED.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
    if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(SIGNED_REFUSAL);
    }
    return Math.toIntExact(number);
  }
}
