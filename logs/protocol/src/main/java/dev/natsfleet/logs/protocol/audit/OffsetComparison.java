package dev.natsfleet.logs.protocol.audit;

/**
 * A log as its shipper counts it, compared with what a receiver has of it, in bytes: {@code read =
 * written + lost + missing}. Nothing is missing at rest.
 *
 * @param read by the shipper
 * @param published acknowledged by the stream
 * @param stored received in order by the receiver
 * @param written committed by the receiver
 * @param lost that the receiver has given up since it started
 * @param missing that the shipper has read and that are neither written nor lost
 */
public record OffsetComparison(
    long read, long published, long stored, long written, long lost, long missing) {

  /** The comparison of no logs. */
  public static final OffsetComparison NONE = new OffsetComparison(0, 0, 0, 0, 0, 0);

  /**
   * Compares the audit of a log with what a receiver has. What the receiver has beyond the audit,
   * which is some seconds old, does not count.
   *
   * @param logAudit by the shipper
   * @param receivedOffsets how far the receiver's files are
   * @param uncommitted bytes received in order and not committed
   * @param lost bytes that the receiver has given up, and its files do not contain
   */
  public static OffsetComparison compare(
      LogAudit logAudit, ReceivedOffsets receivedOffsets, long uncommitted, long lost) {
    long there =
        logAudit.forgotten()
            + logAudit.extents().stream()
                .mapToLong(
                    one ->
                        Math.min(
                            one.read(), receivedOffsets.endOf(one.generation(), one.published())))
                .sum();
    long read = logAudit.read();
    long gone = Math.min(lost, there);
    long stored = Math.min(read, there + uncommitted) - gone;
    return new OffsetComparison(
        read, logAudit.published(), stored, there - gone, gone, read - there);
  }

  /** The sum of both. */
  public OffsetComparison plus(OffsetComparison other) {
    return new OffsetComparison(
        read + other.read,
        published + other.published,
        stored + other.stored,
        written + other.written,
        lost + other.lost,
        missing + other.missing);
  }
}
