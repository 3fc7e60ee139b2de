package dev.natsfleet.logs.protocol.record;

/**
 * Where the bytes of one message belong in the log.
 *
 * @param file identity of a log across its rotations, on its host
 * @param generation counts the files that had the log's name one after the other, from 1
 * @param start offset in the generation, in bytes
 * @param length bytes of the generation that the message covers: in line mode the payload and its
 *     newline, unless the record is partial
 * @param flags see {@link RecordFlags}
 * @param epoch of the shipper's state, in which {@code sequence} counts; another epoch means that
 *     the shipper lost its state
 * @param sequence of the message among all that the shipper sent on its subject, from 1 without
 *     holes
 */
public record RecordHeader(
    long file, long generation, long start, int length, int flags, long epoch, long sequence) {

  /** Offset behind the record's last byte. */
  public long end() {
    return start + length;
  }

  /** Whether all bits of {@code flag} are set. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
  }
}
