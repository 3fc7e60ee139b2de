package dev.natsfleet.logs.shipper.read;

import org.jspecify.annotations.Nullable;

/** How far the stream has a generation. Small, because there are many generations. */
final class AckCursor {

  private @Nullable UnackedReads unacked;
  private long acked;

  /**
   * Notes that a read was sent.
   *
   * @param before position before the read
   * @param end position behind it
   */
  void sent(ReadPosition before, ReadPosition end) {
    UnackedReads reads = unacked == null ? new UnackedReads(stored(before)) : unacked;
    reads.add(end);
    unacked = reads;
  }

  /** Notes that the stream has every byte before the offset {@code end}. */
  void acknowledge(long end) {
    acked = end;
    if (unacked != null && unacked.acknowledge(end)) {
      unacked = null;
    }
  }

  /** Starts again at an offset up to which the stream has every byte. */
  void rewind(long offset) {
    acked = offset;
    unacked = null;
  }

  /** Offset of the first byte that the stream does not have. */
  long acked() {
    return acked;
  }

  /**
   * The position up to which the stream has every byte.
   *
   * @param read position of the read cursor
   */
  ReadPosition stored(ReadPosition read) {
    if (acked == 0) {
      return ReadPosition.START;
    }
    ReadPosition last = unacked == null ? read : unacked.stored();
    return new ReadPosition(acked, last.anchor(), last.cut() && acked == last.offset());
  }
}
