package dev.natsfleet.logs.receiver.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Counts what was received of one log since the program began. Faults count when they are durable,
 * because what is not durable comes again. One thread writes, any may read.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
public final class LogMetrics {

  private static final RecordFaults NONE = new RecordFaults();

  private final RecordFaults committedFaults = new RecordFaults();
  private volatile long lines;
  private volatile long bytes;
  private volatile long uncommittedLines;
  private volatile long uncommittedBytes;
  private volatile long rotations;
  private volatile String path = "";
  private @Nullable RecordFaults newFaults;
  private long generation;

  /** Metrics of a log whose newest generation is known; 0 when none is. */
  public LogMetrics(long generation) {
    this.generation = generation;
  }

  /** Adds lines and bytes that came in order; they count as written at the next commit. */
  public void addReceived(long someLines, long someBytes) {
    uncommittedLines += someLines;
    uncommittedBytes += someBytes;
  }

  /** Counts everything since the last commit as durable; gives what was wrong with it. */
  public RecordFaults commit() {
    RecordFaults durable = newFaults == null ? NONE : newFaults;
    committedFaults.add(durable);
    lines += uncommittedLines;
    bytes += uncommittedBytes;
    discardUncommitted();
    return durable;
  }

  /** Forgets what came since the last commit: it is read again. */
  public void discardUncommitted() {
    uncommittedLines = 0;
    uncommittedBytes = 0;
    newFaults = null;
  }

  /** What is wrong with what came since the last commit. */
  public RecordFaults uncommittedFaults() {
    RecordFaults now = newFaults == null ? new RecordFaults() : newFaults;
    newFaults = now;
    return now;
  }

  /** A record of a generation was appended, without its first {@code trimmed} bytes. */
  public void appended(long recordGeneration, long trimmed) {
    if (trimmed > 0) {
      uncommittedFaults().addTrimmed(trimmed);
    }
    if (recordGeneration > generation) {
      rotations += generation == 0 ? 0 : 1;
      generation = recordGeneration;
    }
  }

  /** Notes the log's name, when a record tells it. */
  public void path(String name) {
    path = name;
  }

  /** The log's name; empty before a record tells it. */
  public String path() {
    return path;
  }

  /** All counts as they are now. */
  public LogTotals totals() {
    long written = bytes;
    long writtenLines = lines;
    return new LogTotals(
        writtenLines + uncommittedLines,
        written + uncommittedBytes,
        writtenLines,
        written,
        committedFaults.duplicates,
        committedFaults.trimmedBytes,
        committedFaults.gaps,
        committedFaults.lostBytes,
        committedFaults.unknownGaps,
        committedFaults.givenUpBytes,
        rotations);
  }
}
