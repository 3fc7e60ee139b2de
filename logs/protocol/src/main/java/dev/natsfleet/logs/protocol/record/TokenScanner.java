package dev.natsfleet.logs.protocol.record;

/** Reads the words of a text that are separated by single spaces, one after the other. */
final class TokenScanner {

  private final String text;
  private int from;
  private int end = -1;

  TokenScanner(String text) {
    this.text = text;
  }

  String next() {
    step();
    return text.substring(from, end);
  }

  /** The next word as a number; throws IllegalArgumentException when it is none. */
  long number() {
    step();
    return Decimals.read(text, from, end);
  }

  /** The next word as 64 bits in base 36; throws IllegalArgumentException when it is none. */
  long base36() {
    step();
    return Decimals.readBase36(text, from, end);
  }

  boolean isAtEnd() {
    return end == text.length();
  }

  private void step() {
    if (isAtEnd()) {
      throw new IllegalArgumentException("too few words: " + text);
    }
    from = end + 1;
    int space = text.indexOf(' ', from);
    end = space < 0 ? text.length() : space;
  }
}
