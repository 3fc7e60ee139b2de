package dev.natsfleet.logs.wire;

/** The words of a text with single spaces between them, one after the other. */
final class Words {

  private final String text;
  private int from;
  private int end = -1;

  Words(String text) {
    this.text = text;
  }

  String next() {
    step();
    return text.substring(from, end);
  }

  /** The next word as a number; throws IllegalArgumentException when there is none. */
  long number() {
    step();
    return Decimals.read(text, from, end);
  }

  /** The same for 64 bits in base 36. */
  long base36() {
    step();
    return Decimals.readBase36(text, from, end);
  }

  boolean atEnd() {
    return end == text.length();
  }

  private void step() {
    if (atEnd()) {
      throw new IllegalArgumentException("too few words: " + text);
    }
    from = end + 1;
    int space = text.indexOf(' ', from);
    end = space < 0 ? text.length() : space;
  }
}
