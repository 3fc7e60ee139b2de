package dev.natsfleet.logs.shipper.read;

/** What was read, published and lost of a log since the program started; owned by the loop. */
public final class LogCounters {

  private final HighWaterMarks marks = new HighWaterMarks();
  private long linesRead;
  private long bytesRead;
  private long linesResent;
  private long bytesResent;
  private long linesPublished;
  private long bytesPublished;
  private long bytesLost;
  private long bytesFound;
  private long losses;
  private long unknownLosses;
  private long rotations;
  private long bytesForgotten;
  private long changes;

  /** Counts bytes of a generation that were sent; returns how many of them were sent before. */
  public long sent(long generation, long start, long bytes) {
    long again = marks.sent(generation, start, bytes);
    bytesRead += bytes - again;
    bytesResent += again;
    changes++;
    return again;
  }

  /** Counts lines that were sent for the first time, and others that were sent again. */
  public void lines(long first, long again) {
    linesRead += first;
    linesResent += again;
  }

  /** Counts acknowledged bytes, and the lines that end in them. */
  public void published(long bytes, long lines) {
    bytesPublished += bytes;
    linesPublished += lines;
    changes++;
  }

  /** Counts a loss of bytes; a negative number when nobody can know how many. */
  public void lost(long bytes) {
    bytesLost += Math.max(0, bytes);
    losses += bytes != 0 ? 1 : 0;
    unknownLosses += bytes < 0 ? 1 : 0;
    changes++;
  }

  /** Counts one loss of so many bytes, and perhaps of more that nobody knows of. */
  void lost(long bytes, boolean more) {
    bytesLost += bytes;
    losses += bytes > 0 || more ? 1 : 0;
    unknownLosses += more ? 1 : 0;
    changes++;
  }

  /** Counts bytes that are read, though they were counted as lost. */
  void found(long bytes) {
    bytesFound += bytes;
    changes++;
  }

  /** Adds the counters of another log. */
  public void add(LogCounters other) {
    linesRead += other.linesRead;
    bytesRead += other.bytesRead;
    linesResent += other.linesResent;
    bytesResent += other.bytesResent;
    linesPublished += other.linesPublished;
    bytesPublished += other.bytesPublished;
    bytesLost += other.bytesLost;
    bytesFound += other.bytesFound;
    losses += other.losses;
    unknownLosses += other.unknownLosses;
    rotations += other.rotations;
  }

  /** Counts a rotation: the name stands for another file than before. */
  void rotated() {
    rotations++;
  }

  /** Counts the bytes of a generation that is forgotten; all of them are in the stream. */
  void forgot(long bytes) {
    bytesForgotten += bytes;
    changes++;
  }

  /** Lines that were read and sent, each once. */
  public long linesRead() {
    return linesRead;
  }

  /** Bytes that were read and sent, each once. */
  public long bytesRead() {
    return bytesRead;
  }

  /** Lines that were sent again. */
  public long linesResent() {
    return linesResent;
  }

  /** Bytes that were sent again. */
  public long bytesResent() {
    return bytesResent;
  }

  /** Lines that were acknowledged. */
  public long linesPublished() {
    return linesPublished;
  }

  /** Bytes that were acknowledged. */
  public long bytesPublished() {
    return bytesPublished;
  }

  /** Bytes that were counted as lost; what is found later stays counted. */
  public long bytesLost() {
    return bytesLost;
  }

  /** Bytes that are lost unread, as far as is known now. */
  public long bytesMissing() {
    return bytesLost - bytesFound;
  }

  /** Number of losses. */
  public long losses() {
    return losses;
  }

  /** Number of losses of which nobody can know the size. */
  public long unknownLosses() {
    return unknownLosses;
  }

  /** Number of rotations. */
  public long rotations() {
    return rotations;
  }

  /** Bytes of generations that are forgotten. */
  public long bytesForgotten() {
    return bytesForgotten;
  }

  /** Changes with everything that an audit contains. */
  public long changes() {
    return changes;
  }
}
