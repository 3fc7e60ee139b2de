package dev.natsfleet.logs.receive;

import org.jspecify.annotations.Nullable;

/**
 * What went through of one log since the program began; faults count when they are durable, for
 * what is not comes again. One thread writes, any may read.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
final class Flow {

  private static final Faults NONE = new Faults();

  private final Faults faults = new Faults();
  private volatile long lines;
  private volatile long bytes;
  private volatile long openLines;
  private volatile long openBytes;
  private volatile long rotations;
  private volatile String path = "";
  private @Nullable Faults openFaults;
  private boolean open;
  private boolean heard;
  private long generation;

  /** Of a log whose newest generation is known; 0 when none is. */
  Flow(long generation) {
    this.generation = generation;
  }

  /** Something comes; gives whether it is the first since the last commit. */
  boolean begin() {
    boolean first = !open;
    open = true;
    heard = true;
    return first;
  }

  /** Lines and bytes came in order; they count as written at the next commit. */
  void received(long someLines, long someBytes) {
    openLines += someLines;
    openBytes += someBytes;
  }

  /** Whether nothing came since the last commit, nor since this was asked last. */
  boolean isSilent() {
    boolean silent = !open && !heard;
    heard = false;
    return silent;
  }

  /** What came is durable; gives what was wrong with it. */
  Faults committed() {
    Faults durable = openFaults == null ? NONE : openFaults;
    faults.add(durable);
    lines += openLines;
    bytes += openBytes;
    dropped();
    return durable;
  }

  /** What came and is not durable must be read again. */
  void dropped() {
    openLines = 0;
    openBytes = 0;
    openFaults = null;
    open = false;
  }

  /** What is wrong with what came since the last commit. */
  Faults faults() {
    Faults now = openFaults == null ? new Faults() : openFaults;
    openFaults = now;
    return now;
  }

  /** A record joined, of which some bytes were there already. */
  void joined(long now, long trimmed) {
    if (trimmed > 0) {
      faults().trimmed(trimmed);
    }
    if (now > generation) {
      rotations += generation == 0 ? 0 : 1;
      generation = now;
    }
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
        faults.duplicates,
        faults.trimmedBytes,
        faults.gaps,
        faults.lostBytes,
        faults.unknownGaps,
        faults.givenUpBytes,
        rotations);
  }
}
