package dev.natsfleet.values;

/** The kinds of values that the table has. */
public enum ValueKind {
  DURATION,
  SIZE,
  COUNT;

  /** What the grammar of this kind reads: milliseconds, bytes or a number. */
  long parse(String text) {
    return switch (this) {
      case DURATION -> DurationFormat.parse(text).toMillis();
      case SIZE -> SizeFormat.parse(text);
      case COUNT -> CountFormat.parse(text);
    };
  }
}
