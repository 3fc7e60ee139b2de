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

  /** Bytes at the end of a file that may be overwritten. */
  public static final int TRAILER = 32;

  private static final int PROOF = 64; // a banner and a time of day may be in them

  /** The anchor before the first byte, which every file has. */
  public static final Anchor NONE = new Anchor(0, 0, Hash64.START);

  /** The anchor at offset {@code end}; {@code to} is the end of its bytes in the buffer. */
  public static Anchor of(long end, byte[] bytes, int to) {
    int start = Math.max(0, to - MAX);
    return new Anchor(end, to - start, Hash64.extend(Hash64.START, bytes, start, to));
  }

  /**
   * The anchor before the last bytes of what was read, which a writer may overwrite: a closing
   * bracket, for example. It proves little when it is short, and is {@link #NONE} then.
   *
   * @param before the same of the reads before
   * @param last the anchor at the end of the reads before
   * @param end offset behind the bytes
   * @param to their end in the buffer
   */
  public static Anchor beforeTrailer(Anchor before, Anchor last, long end, byte[] bytes, int to) {
    int inner = end == to ? Math.max(PROOF, to - TRAILER) : to - TRAILER;
    if (inner >= PROOF && inner < to) {
      return of(end - (to - inner), bytes, inner);
    }
    if (before.length > 0 && before.end >= end - 2 * TRAILER) {
      return before;
    }
    return last.length >= PROOF ? last : NONE;
  }

  /** Whether these are the anchor's bytes. */
  public boolean isOf(byte[] bytes) {
    return bytes.length == length && Hash64.extend(Hash64.START, bytes, 0, length) == hash;
  }
}
