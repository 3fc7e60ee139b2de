package dev.natsfleet.logs.tail;

/** What went through of a log since the program started; owned by the loop. */
public final class Counts {

  private final Furthest furthest = new Furthest();
  private long linesRead;
  private long bytesRead;
  private long linesResent;
  private long bytesResent;
  private long linesPublished;
  private long bytesPublished;
  private long bytesLost;
  private long losses;
  private long unknownLosses;
  private long rotations;
  private long bytesForgotten;
  private long changes;

  /** Notes that bytes of a generation were sent; gives how many of them were sent before. */
  public long resent(long generation, long start, long bytes) {
    long again = furthest.sent(generation, start, bytes);
    bytesRead += bytes - again;
    bytesResent += again;
    changes++;
    return again;
  }

  /** Lines were sent for the first time, and others again. */
  public void lines(long first, long again) {
    linesRead += first;
    linesResent += again;
  }

  /** Bytes and the lines that end in them were acknowledged. */
  public void published(long bytes, long lines) {
    bytesPublished += bytes;
    linesPublished += lines;
    changes++;
  }

  /** Bytes went away unread; a negative number when nobody can know how many. */
  public void lost(long bytes) {
    bytesLost += Math.max(0, bytes);
    losses += bytes != 0 ? 1 : 0;
    unknownLosses += bytes < 0 ? 1 : 0;
    changes++;
  }

  /** Adds what went through of another log. */
  public void add(Counts other) {
    linesRead += other.linesRead;
    bytesRead += other.bytesRead;
    linesResent += other.linesResent;
    bytesResent += other.bytesResent;
    linesPublished += other.linesPublished;
    bytesPublished += other.bytesPublished;
    bytesLost += other.bytesLost;
    losses += other.losses;
    unknownLosses += other.unknownLosses;
    rotations += other.rotations;
  }

  /** The name stands for another file than before. */
  void rotated() {
    rotations++;
  }

  /** A generation is forgotten of which so many bytes were read, and are in the stream. */
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

  /** Lines that were sent again after a doubt. */
  public long linesResent() {
    return linesResent;
  }

  /** Bytes that were sent again after a doubt. */
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

  /** Bytes that went away unread. */
  public long bytesLost() {
    return bytesLost;
  }

  /** How often bytes went away unread. */
  public long losses() {
    return losses;
  }

  /** How often nobody can know how many. */
  public long unknownLosses() {
    return unknownLosses;
  }

  /** How often the name came to stand for another file. */
  public long rotations() {
    return rotations;
  }

  /** Bytes of generations that are forgotten. */
  public long bytesForgotten() {
    return bytesForgotten;
  }

  /** Differs when anything differs that an account says. */
  public long changes() {
    return changes;
  }
}
