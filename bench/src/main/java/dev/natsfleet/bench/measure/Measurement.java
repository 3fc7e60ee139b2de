package dev.natsfleet.bench.measure;

import java.util.Locale;

/**
 * One measured value.
 *
 * @param what description of the value
 * @param value with its unit
 * @param target the project's own goal; empty if there is none
 */
public record Measurement(String what, String value, String target) {

  /** A row of a Markdown table. */
  public String row() {
    return "| %s | %s | %s |%n".formatted(what, value, target);
  }

  static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / (double) (1 << 20));
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
