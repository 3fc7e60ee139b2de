package dev.natsfleet.logs.tail;

/** What went through of a log since the program started; owned by the loop. */
public final class Counts {

  private long linesSent;
  private long bytesSent;
  private long bytesStored;
  private long bytesLost;
  private long losses;

  /** Lines and bytes were sent, for the first time or again. */
  public void sent(long lines, long bytes) {
    linesSent += lines;
    bytesSent += bytes;
  }

  /** Bytes were acknowledged. */
  public void stored(long bytes) {
    bytesStored += bytes;
  }

  /** Bytes went away unread; a negative number when nobody can know how many. */
  public void lost(long bytes) {
    bytesLost += Math.max(0, bytes);
    if (bytes != 0) {
      losses += 1;
    }
  }

  /** How often bytes went away unread. */
  public long losses() {
    return losses;
  }

  /** Lines that were sent. */
  public long linesSent() {
    return linesSent;
  }

  /** Bytes that were sent. */
  public long bytesSent() {
    return bytesSent;
  }

  /** Bytes that were acknowledged. */
  public long bytesStored() {
    return bytesStored;
  }

  /** Bytes that went away unread. */
  public long bytesLost() {
    return bytesLost;
  }
}
