package dev.natsfleet.logs.shipper.files;

/** The last bytes of a stream, so that a reader can take small steps back in it. */
final class RewindBuffer {

  private static final int LEAST = 32 * 1024;
  private static final int MOST = 512 * 1024;

  private byte[] ring = new byte[LEAST];
  private long end;

  /** Offset behind the last byte that was added. */
  long end() {
    return end;
  }

  /** Keeps bytes that were read from the stream. */
  void add(byte[] bytes, int from, int length) {
    int kept = Math.min(length, ring.length);
    int start = from + length - kept;
    int at = (int) ((end + length - kept) % ring.length);
    int first = Math.min(kept, ring.length - at);
    System.arraycopy(bytes, start, ring, at, first);
    System.arraycopy(bytes, start + first, ring, 0, kept - first);
    end += length;
  }

  /** Copies kept bytes from an offset on, up to the end of the ring; returns their number. */
  int copy(long offset, byte[] to, int from, int length) {
    int at = (int) (offset % ring.length);
    int count = (int) Math.min(Math.min(length, end - offset), ring.length - at);
    System.arraycopy(ring, at, to, from, count);
    return count;
  }

  /** Whether the byte at this offset is kept, or is the next of the stream. */
  boolean hasReached(long offset) {
    return end - offset <= ring.length;
  }

  /** Begins again at the start of the stream, with room for a step back of this length. */
  void restart(long step) {
    int room = (int) Math.min(MOST, Math.max(ring.length, step * 2));
    ring = new byte[room];
    end = 0;
  }
}
