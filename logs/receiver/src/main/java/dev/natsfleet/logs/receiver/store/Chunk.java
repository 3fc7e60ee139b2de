package dev.natsfleet.logs.receiver.store;

/**
 * Bytes of a log that follow those that were written before.
 *
 * @param bytes a buffer that holds them
 * @param from index of the first
 * @param length how many
 * @param newline whether a newline follows them that is not in {@code bytes}
 * @param open whether the last line goes on in a later chunk
 */
@SuppressWarnings("ArrayRecordComponent") // one line of millions: neither copied nor compared
public record Chunk(byte[] bytes, int from, int length, boolean newline, boolean open) {

  /** Bytes that it takes in the file. */
  int size() {
    return newline ? length + 1 : length;
  }

  /** Bytes behind the last newline: those of a line that goes on. */
  int tail() {
    int at = from + length;
    while (at > from && bytes[at - 1] != '\n') {
      at--;
    }
    return from + length - at;
  }
}
