package dev.natsfleet.logs.receive;

/** What went through of one log since the program began. One thread writes, any may read. */
@SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
final class Flow {

  private volatile long lines;
  private volatile long bytes;
  private volatile long openLines;
  private volatile long openBytes;
  private volatile long duplicates;
  private volatile long trimmedBytes;
  private volatile long gaps;
  private volatile long lostBytes;
  private volatile long unknownGaps;
  private volatile long givenUpBytes;
  private volatile long rotations;
  private volatile String path = "";
  private long generation;

  /** Of a log whose newest generation is known; 0 when none is. */
  Flow(long generation) {
    this.generation = generation;
  }

  /** Lines and bytes came in order; they count as written at the next commit. */
  void received(long someLines, long someBytes) {
    openLines += someLines;
    openBytes += someBytes;
  }

  /** Whether nothing was received since the last commit. */
  boolean isCommitted() {
    return openBytes == 0;
  }

  /** What was received is durable. */
  void committed() {
    lines += openLines;
    bytes += openBytes;
    dropped();
  }

  /** What was received and is not durable must be read again. */
  void dropped() {
    openLines = 0;
    openBytes = 0;
  }

  /** A record was there already. */
  void duplicate() {
    duplicates++;
  }

  /** A record joined, of which some bytes were there already. */
  void joined(long now, long trimmed) {
    if (trimmed > 0) {
      trimmedBytes += trimmed;
    }
    if (now > generation) {
      rotations += generation == 0 ? 0 : 1;
      generation = now;
    }
  }

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

  /** The log's name, when a record said it. */
  void path(String now) {
    path = now;
  }

  String path() {
    return path;
  }

  FlowStatus status() {
    long written = bytes;
    long writtenLines = lines;
    return new FlowStatus(
        writtenLines + openLines,
        written + openBytes,
        writtenLines,
        written,
        duplicates,
        trimmedBytes,
        gaps,
        lostBytes,
        unknownGaps,
        givenUpBytes,
        rotations);
  }
}
