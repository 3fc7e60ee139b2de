package dev.natsfleet.logs.receive;

/**
 * What went through of a log, or of several, since the program began.
 *
 * @param linesStored received in order
 * @param bytesStored received in order
 * @param linesWritten committed
 * @param bytesWritten committed
 * @param duplicates records that were there already
 * @param bytesTrimmed of records of which the beginning was there already
 * @param gaps places where bytes are lost
 * @param bytesLost in those gaps of which the size is known
 * @param unknownGaps gaps of which it is not
 * @param bytesGivenUp in gaps that were waited for in vain: the stream does not have them
 * @param rotations generations that followed another
 */
public record FlowStatus(
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

  /** Nothing. */
  public static final FlowStatus NONE = new FlowStatus(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Both together. */
  public FlowStatus plus(FlowStatus other) {
    return new FlowStatus(
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
  public long linesOpen() {
    return linesStored - linesWritten;
  }

  /** Bytes that were received in order and are not committed. */
  public long bytesOpen() {
    return bytesStored - bytesWritten;
  }
}
