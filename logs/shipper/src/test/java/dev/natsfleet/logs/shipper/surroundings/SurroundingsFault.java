package dev.natsfleet.logs.shipper.surroundings;

/**
 * Something that is wrong at the end of a story.
 *
 * @param kind what is wrong
 * @param text with the lines that it is about
 */
record SurroundingsFault(Kind kind, String text) {

  /** What can be wrong. */
  enum Kind {
    /** The shipper ends with an exception. */
    ENDED,
    /** A record comes though one before it is missing. */
    GAP,
    /** What came is no line that was written. */
    STRANGE,
    /** A line came twice. */
    TWICE,
    /** A line came after a later one. */
    ORDER,
    /** A line did not come though a file has it. */
    MISSING,
    /** A line is in no file, did not come, and nobody tells. */
    UNTOLD,
    /** The same, and it is not told between the lines before and behind it. */
    UNTOLD_BETWEEN,
    /** A loss was told, and nothing was done that may cost lines. */
    FALSE_LOSS,
    /** More was told as lost than is missing. */
    TOO_MUCH
  }

  @Override
  public String toString() {
    return kind + ": " + text;
  }
}
