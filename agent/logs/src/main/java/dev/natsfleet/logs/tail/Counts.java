package dev.natsfleet.logs.tail;

import java.util.concurrent.atomic.AtomicLong;

/** What went through of a log since the program started; written by one thread, read by any. */
public final class Counts {

  private final AtomicLong linesSent = new AtomicLong();
  private final AtomicLong bytesSent = new AtomicLong();
  private final AtomicLong bytesStored = new AtomicLong();
  private final AtomicLong bytesLost = new AtomicLong();
  private final AtomicLong losses = new AtomicLong();

  /** Lines and bytes were sent, for the first time or again. */
  public void sent(long lines, long bytes) {
    linesSent.lazySet(linesSent.getPlain() + lines);
    bytesSent.lazySet(bytesSent.getPlain() + bytes);
  }

  /** Bytes were acknowledged. */
  public void stored(long bytes) {
    bytesStored.lazySet(bytesStored.getPlain() + bytes);
  }

  /** Bytes went away unread; a negative number when nobody can know how many. */
  public void lost(long bytes) {
    bytesLost.lazySet(bytesLost.getPlain() + Math.max(0, bytes));
    if (bytes != 0) {
      losses.lazySet(losses.getPlain() + 1);
    }
  }

  /** How often bytes went away unread. */
  public long losses() {
    return losses.get();
  }

  /** Lines that were sent. */
  public long linesSent() {
    return linesSent.get();
  }

  /** Bytes that were sent. */
  public long bytesSent() {
    return bytesSent.get();
  }

  /** Bytes that were acknowledged. */
  public long bytesStored() {
    return bytesStored.get();
  }

  /** Bytes that went away unread. */
  public long bytesLost() {
    return bytesLost.get();
  }
}
