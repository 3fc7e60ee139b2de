package dev.natsfleet.logs.receiver.metrics;

/** Counts what was wrong with a log's records. One thread writes, any may read. */
@SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
public final class RecordFaults {

  volatile long duplicates;
  volatile long trimmedBytes;
  volatile long gaps;
  volatile long lostBytes;
  volatile long unknownGaps;
  volatile long givenUpBytes;

  /** Bytes are lost; a negative number when nobody can know how many. */
  public void addLost(long bytes) {
    gaps++;
    lostBytes += Math.max(0, bytes);
    unknownGaps += bytes < 0 ? 1 : 0;
  }

  /** More may be lost than was counted. */
  public void addUnbounded() {
    unknownGaps++;
  }

  /** Bytes that the shipper has sent did not come in time, and are waited for no longer. */
  public void addGivenUp(long bytes) {
    givenUpBytes += Math.max(0, bytes);
  }

  /** A record was written before. */
  public void addDuplicate() {
    duplicates++;
  }

  /** The beginning of a record was written before. */
  void addTrimmed(long bytes) {
    trimmedBytes += bytes;
  }

  /** Adds the counts of another. */
  void add(RecordFaults other) {
    duplicates += other.duplicates;
    trimmedBytes += other.trimmedBytes;
    gaps += other.gaps;
    lostBytes += other.lostBytes;
    unknownGaps += other.unknownGaps;
    givenUpBytes += other.givenUpBytes;
  }
}
