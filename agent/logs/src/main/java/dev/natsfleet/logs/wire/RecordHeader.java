package dev.natsfleet.logs.wire;

/**
 * Where the bytes of one message belong.
 *
 * @param file identity of a log across its rotations, on its host
 * @param generation counts the files that a log's name has stood for, from 1
 * @param start offset in the generation, in bytes
 * @param length bytes of the generation that the message covers: in line mode the payload and its
 *     newline, unless the record is partial
 * @param flags see {@link Flags}
 * @param epoch the shipper's memory that {@code sequence} counts in; another epoch means that the
 *     shipper lost its state
 * @param sequence of the message in all that the shipper sent on its subject, from 1 without holes
 */
public record RecordHeader(
    long file, long generation, long start, int length, int flags, long epoch, long sequence) {

  /** Offset behind the last byte. */
  public long end() {
    return start + length;
  }

  /** Whether all bits of {@code flag} are set. */
  public boolean has(int flag) {
    return (flags & flag) == flag;
  }
}
