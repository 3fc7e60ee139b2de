package dev.natsfleet.logs.receiver.metrics;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what one partition has done since the program began. It is written and reported; nothing
 * is decided by it.
 */
public final class PartitionMetrics {

  private final LongAdder messages = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder trimmedBytes = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder lostBytes = new LongAdder();
  private final LongAdder unknownGaps = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder commits = new LongAdder();
  private final LongAdder commitNanos = new LongAdder();
  private final LongAdder stalls = new LongAdder();
  private volatile long lastCommitNanos;

  /** A message was read; the stream did not have {@code skippedBefore} sequences before it. */
  public void messageRead(long skippedBefore) {
    messages.increment();
    skipped.add(skippedBefore);
  }

  /** A line or a bundle was refused. */
  public void messageRefused() {
    refused.increment();
  }

  /** A group commit took so long. */
  public void committed(long nanos) {
    commits.increment();
    commitNanos.add(nanos);
    lastCommitNanos = nanos;
  }

  /** Reading or writing cannot begin or go on. */
  public void stalled() {
    stalls.increment();
  }

  /** Adds faults that are durable. */
  public void add(RecordFaults durable) {
    duplicates.add(durable.duplicates);
    trimmedBytes.add(durable.trimmedBytes);
    gaps.add(durable.gaps);
    lostBytes.add(durable.lostBytes);
    unknownGaps.add(durable.unknownGaps);
  }

  /** How long the last commit took, in nanoseconds; 0 before the first. */
  public long lastCommitNanos() {
    return lastCommitNanos;
  }

  /** All counts as they are now. */
  public PartitionTotals totals() {
    return new PartitionTotals(
        messages.sum(),
        skipped.sum(),
        duplicates.sum(),
        trimmedBytes.sum(),
        gaps.sum(),
        lostBytes.sum(),
        unknownGaps.sum(),
        refused.sum(),
        commits.sum(),
        commitNanos.sum() / 1e9,
        stalls.sum());
  }
}
