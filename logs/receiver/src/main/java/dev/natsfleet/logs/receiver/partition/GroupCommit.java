package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.store.PartitionStore;
import java.io.IOException;
import java.time.Duration;

/**
 * Commits what was received in groups: after so many bytes, after a while, or when nothing comes.
 */
final class GroupCommit {

  private static final long MAX_BYTES = 8 << 20;
  private static final long MAX_NANOS = Duration.ofMillis(100).toNanos();

  private final PartitionAssignment assignment;
  private final PartitionStore store;
  private final RecordSequencer sequencer;
  private final WorkerProgress progress;
  private final StallBackoff backoff;
  private long begunAt;

  GroupCommit(
      PartitionAssignment assignment,
      PartitionStore store,
      RecordSequencer sequencer,
      WorkerProgress progress,
      StallBackoff backoff) {
    this.assignment = assignment;
    this.store = store;
    this.sequencer = sequencer;
    this.progress = progress;
    this.backoff = backoff;
  }

  /** The next message is the first of a group; called before the first {@link #isDue}. */
  void begin(long now) {
    begunAt = now;
  }

  /** Whether the group is large or old enough. */
  boolean isDue(long now) {
    return store.uncommittedBytes() >= MAX_BYTES || now - begunAt >= MAX_NANOS;
  }

  /** Makes everything that was received durable; without anything, gives memory back. */
  void run(long now) throws IOException {
    if (store.isDirty()) {
      store.commit();
      backoff.committed();
      sequencer.markCommitted();
      progress.wentOn();
      assignment.state().committedSince(now);
    } else {
      assignment.lease().check();
      store.releaseBuffers();
      if (progress.pending() == 0) {
        progress.wentOn();
      }
    }
    progress.committed(store.committed());
    progress.finished(store.drainFinishedKeys());
  }
}
