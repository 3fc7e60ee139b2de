package dev.natsfleet.logs.receive;

/** What went wrong with a log's records. One thread writes, any may read. */
@SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
final class Faults {

  volatile long duplicates;
  volatile long trimmedBytes;
  volatile long gaps;
  volatile long lostBytes;
  volatile long unknownGaps;
  volatile long givenUpBytes;

  /** Bytes are lost; a negative number when nobody can know how many. */
  void lost(long missing) {
    gaps++;
    lostBytes += Math.max(0, missing);
    unknownGaps += missing < 0 ? 1 : 0;
  }

  /** Bytes that the shipper has sent are waited for no longer. */
  void givenUp(long missing) {
    givenUpBytes += Math.max(0, missing);
  }

  /** A record was there already. */
  void duplicate() {
    duplicates++;
  }

  /** The beginning of a record was there already. */
  void trimmed(long bytes) {
    trimmedBytes += bytes;
  }

  /** Counts those of another as well. */
  void add(Faults other) {
    duplicates += other.duplicates;
    trimmedBytes += other.trimmedBytes;
    gaps += other.gaps;
    lostBytes += other.lostBytes;
    unknownGaps += other.unknownGaps;
    givenUpBytes += other.givenUpBytes;
  }
}
