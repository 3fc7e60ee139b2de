package dev.natsfleet.logs.shipper.surroundings;

import java.util.List;

/**
 * A line that was written.
 *
 * @param origin the log that its writer meant
 * @param number among the lines of its origin
 * @param late whether it was written to a file that no longer had the log's name
 * @param hidden whether nobody can tell that it was written, once it is gone: its file had no name,
 *     or another one than when it was made
 */
record WrittenLine(String origin, int number, boolean late, boolean hidden) {

  /** What follows the text of a line that is written in two steps: in the first, in the second. */
  static final List<String> REST = List.of(" be", "gun");

  /** The text of a line, also when it was written in two steps, or only begun. */
  static String withoutRest(String line) {
    return line.replaceFirst(REST.getFirst() + "(" + REST.getLast() + ")?$", "");
  }

  String text() {
    return "%s %04d".formatted(origin, number);
  }

  /** Its bytes with the newline. */
  int bytes() {
    return text().length() + 1;
  }
}
