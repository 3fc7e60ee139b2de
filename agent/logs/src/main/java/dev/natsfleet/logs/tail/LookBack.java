package dev.natsfleet.logs.tail;

/** The last bytes of a stream that only goes forward, for a reader that takes small steps back. */
final class LookBack {

  private static final int LEAST = 32 * 1024;
  private static final int MOST = 512 * 1024;

  private byte[] ring = new byte[LEAST];
  private long end;

  /** Offset behind the last byte that was added. */
  long end() {
    return end;
  }

  /** Notes bytes that the stream gave. */
  void add(byte[] bytes, int from, int length) {
    int kept = Math.min(length, ring.length);
    int start = from + length - kept;
    int at = (int) ((end + length - kept) % ring.length);
    int first = Math.min(kept, ring.length - at);
    System.arraycopy(bytes, start, ring, at, first);
    System.arraycopy(bytes, start + first, ring, 0, kept - first);
    end += length;
  }

  /** Copies what is kept from an offset on, as far as it goes without a seam; gives the length. */
  int copy(long offset, byte[] to, int from, int length) {
    int at = (int) (offset % ring.length);
    int count = (int) Math.min(Math.min(length, end - offset), ring.length - at);
    System.arraycopy(ring, at, to, from, count);
    return count;
  }

  /** Whether the byte at this offset is kept, or comes next. */
  boolean reaches(long offset) {
    return end - offset <= ring.length;
  }

  /** Begins anew, with room for a step of this length. */
  void restart(long step) {
    int room = (int) Math.min(MOST, Math.max(ring.length, step * 2));
    ring = new byte[room];
    end = 0;
  }
}
