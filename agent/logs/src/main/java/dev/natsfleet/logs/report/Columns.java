package dev.natsfleet.logs.report;

/** What goes into the columns of a table. */
final class Columns {

  private static final String UNITS = " KMGTP";
  private static final int UNIT = 1024;
  private static final int TENS = 100;

  private Columns() {}

  /** A text, or its end when it is too long: names of files differ there. */
  static String end(String text, int width) {
    return text.length() <= width ? text : "…" + text.substring(text.length() - width + 1);
  }

  /** Bytes, in three digits or four. */
  static String size(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= UNIT && unit < UNITS.length() - 1) {
      value /= UNIT;
      unit++;
    }
    String digits = unit == 0 || value >= TENS ? "%.0f" : "%.1f";
    return (digits + "%s").formatted(value, unit == 0 ? "" : UNITS.charAt(unit));
  }

  /** Bytes that are lost, and the number of losses of which nobody knows the size. */
  static String lost(long bytes, long unknown) {
    return unknown == 0 ? String.valueOf(bytes) : bytes + "+" + unknown + "?";
  }
}
