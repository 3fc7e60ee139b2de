package dev.natsfleet.logs.tail;

import java.io.IOException;

/**
 * The bytes just before an offset. They are still there as long as the file has only grown; a file
 * that was truncated and has grown again, or an inode that came back, has others.
 *
 * @param end offset behind the bytes
 * @param length up to {@link #MAX}
 * @param hash of them
 */
public record Anchor(long end, int length, long hash) {

  static final int MAX = 256;

  /** Before the first byte, where nothing can be wrong. */
  public static final Anchor NONE = new Anchor(0, 0, Hash64.START);

  /** The anchor at {@code end}, from bytes that end at {@code to} in a buffer. */
  static Anchor of(long end, byte[] bytes, int to) {
    int start = Math.max(0, to - MAX);
    return new Anchor(end, to - start, Hash64.extend(Hash64.START, bytes, start, to));
  }

  /** The anchor at the end of a file, which was found by reading beyond it. */
  static Anchor atEnd(Source source) throws IOException {
    long end = source.size();
    byte[] bytes = new byte[(int) Math.min(MAX, end)];
    return of(end, bytes, Sources.readFully(source, end - bytes.length, bytes));
  }

  /** Whether a file still has these bytes at their place. */
  boolean holds(Source source) throws IOException {
    byte[] bytes = new byte[length];
    return Sources.readFully(source, end - length, bytes) == length
        && Hash64.extend(Hash64.START, bytes, 0, length) == hash;
  }
}
