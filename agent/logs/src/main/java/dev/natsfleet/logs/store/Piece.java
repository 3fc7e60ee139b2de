package dev.natsfleet.logs.store;

/**
 * Bytes of a log that follow those before.
 *
 * @param bytes that hold them
 * @param from first of them
 * @param length how many
 * @param newline whether a newline belongs behind them that is not in {@code bytes}
 * @param open whether the line they end with goes on in a later piece
 */
@SuppressWarnings("ArrayRecordComponent") // one line of millions: neither copied nor compared
public record Piece(byte[] bytes, int from, int length, boolean newline, boolean open) {

  /** Bytes in the file. */
  int size() {
    return newline ? length + 1 : length;
  }

  /** How many bytes behind the last newline: those of a line that goes on. */
  int tail() {
    int at = from + length;
    while (at > from && bytes[at - 1] != '\n') {
      at--;
    }
    return from + length - at;
  }
}
