package dev.natsfleet.logs.program.cli;

/** Formats values for the columns of a status table. */
public final class ColumnFormat {

  private static final String UNITS = " KMGTP";
  private static final int UNIT = 1024;
  private static final int TENS = 100;

  private ColumnFormat() {}

  /** A text, or its end when it is too long: file names differ at the end. */
  public static String end(String text, int width) {
    return text.length() <= width ? text : "…" + text.substring(text.length() - width + 1);
  }

  /** Bytes with a unit, in three or four digits. */
  public static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= UNIT && unit < UNITS.length() - 1) {
      value /= UNIT;
      unit++;
    }
    String digits = unit == 0 || value >= TENS ? "%.0f" : "%.1f";
    return (digits + "%s").formatted(value, unit == 0 ? "" : UNITS.charAt(unit));
  }

  /** Lost bytes; in words when some of the losses are of unknown size. */
  public static String lost(long bytes, long unknown) {
    if (unknown == 0) {
      return String.valueOf(bytes);
    }
    return bytes == 0 ? "unknown" : bytes + " or more";
  }
}
