package dev.natsfleet.logs.receiver.metrics;

/**
 * Counts of one log, or the sum of several, since the program began.
 *
 * @param linesStored received in order
 * @param bytesStored received in order
 * @param linesWritten committed
 * @param bytesWritten committed
 * @param duplicates records that were written before
 * @param bytesTrimmed of records of which the beginning was written before
 * @param gaps places where bytes are lost
 * @param bytesLost in those gaps of which the size is known
 * @param unknownGaps gaps of unknown size
 * @param bytesGivenUp in gaps that were not filled in time: the stream does not have them
 * @param rotations generations that followed another
 */
public record LogTotals(
    long linesStored,
    long bytesStored,
    long linesWritten,
    long bytesWritten,
    long duplicates,
    long bytesTrimmed,
    long gaps,
    long bytesLost,
    long unknownGaps,
    long bytesGivenUp,
    long rotations) {

  /** No log. */
  public static final LogTotals NONE = new LogTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The sum of both. */
  public LogTotals plus(LogTotals other) {
    return new LogTotals(
        linesStored + other.linesStored,
        bytesStored + other.bytesStored,
        linesWritten + other.linesWritten,
        bytesWritten + other.bytesWritten,
        duplicates + other.duplicates,
        bytesTrimmed + other.bytesTrimmed,
        gaps + other.gaps,
        bytesLost + other.bytesLost,
        unknownGaps + other.unknownGaps,
        bytesGivenUp + other.bytesGivenUp,
        rotations + other.rotations);
  }

  /** Lines that were received in order and are not committed. */
  public long linesUncommitted() {
    return linesStored - linesWritten;
  }

  /** Bytes that were received in order and are not committed. */
  public long bytesUncommitted() {
    return bytesStored - bytesWritten;
  }
}
