package dev.natsfleet.logs.tail;

import java.io.IOException;

/**
 * The head of a file, which does not change while the file grows.
 *
 * @param length bytes that were hashed, up to {@link #MAX}
 * @param hash of them
 */
public record Fingerprint(int length, long hash) {

  static final int MAX = 1024;
  static final Fingerprint NONE = new Fingerprint(0, Hash64.START);

  /** The fingerprint after bytes at {@code position} were read; the same when they add nothing. */
  Fingerprint grow(long position, byte[] bytes, int read) {
    if (length == MAX || position > length || position + read <= length) {
      return this;
    }
    int from = Math.toIntExact(length - position);
    int more = Math.min(read - from, MAX - length);
    return new Fingerprint(length + more, Hash64.extend(hash, bytes, from, from + more));
  }

  /** The fingerprint of a file as it is now. */
  static Fingerprint of(Source source) throws IOException {
    byte[] head = new byte[MAX];
    return NONE.grow(0, head, Sources.readFully(source, 0, head));
  }

  /** Whether a file begins with these bytes. Nothing is known of an empty fingerprint. */
  boolean begins(Source source) throws IOException {
    byte[] head = new byte[length];
    return length > 0
        && Sources.readFully(source, 0, head) == length
        && Hash64.extend(Hash64.START, head, 0, length) == hash;
  }
}
