package dev.natsfleet.logs.shipper.identity;

/**
 * A hash of the bytes just before an offset. They stay in their place as long as a file only grows;
 * a file that was truncated and has grown again has other bytes there, and so has another file with
 * the same inode.
 *
 * @param end offset behind the bytes
 * @param length number of bytes, up to {@link #MAX}
 * @param hash of the bytes
 */
public record Anchor(long end, int length, long hash) {

  /** Most bytes that are hashed. */
  public static final int MAX = 256;

  /** The anchor before the first byte, which every file has. */
  public static final Anchor NONE = new Anchor(0, 0, Hash64.START);

  /** The anchor at offset {@code end}; {@code to} is the end of its bytes in the buffer. */
  public static Anchor of(long end, byte[] bytes, int to) {
    int start = Math.max(0, to - MAX);
    return new Anchor(end, to - start, Hash64.extend(Hash64.START, bytes, start, to));
  }

  /** Whether these are the anchor's bytes. */
  public boolean isOf(byte[] bytes) {
    return bytes.length == length && Hash64.extend(Hash64.START, bytes, 0, length) == hash;
  }
}
