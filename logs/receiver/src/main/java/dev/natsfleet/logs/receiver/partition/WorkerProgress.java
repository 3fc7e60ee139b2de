package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * How far a worker is. Its thread writes; the status, the publisher of positions and the retention
 * of files read.
 */
final class WorkerProgress {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProgress.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "the partition is stalled; its position is kept, and it is tried again",
          "the partition is written again");
  private static final long UNKNOWN = -1;

  private final int partition;
  private final PartitionState state;
  private final FailureLog stalls = new FailureLog(LOG, Level.ERROR, "partition", MESSAGES);
  private final ConcurrentLinkedQueue<String> finishedKeys = new ConcurrentLinkedQueue<>();
  private volatile String streamFault = "";
  private volatile StreamPosition committed = StreamPosition.START;
  private volatile long pending = UNKNOWN;
  private volatile long heldBytes;

  WorkerProgress(PartitionAssignment assignment) {
    this.partition = assignment.lease().partition();
    this.state = assignment.state();
  }

  /**
   * Nothing can be written; what waits in the stream is not known any more.
   *
   * @param defect of which the stack trace is needed; null when there is none
   */
  void stalled(String why, @Nullable Throwable defect) {
    pending = UNKNOWN;
    state.stalled(why);
    stalls.failed(partition, why, defect);
  }

  /** Reading has begun; so many messages wait in the stream. */
  void reading(long initialPending) {
    pending = initialPending;
  }

  /** So many messages wait in the stream. */
  void pending(long messages) {
    pending = messages;
  }

  /** Bytes that are held back behind gaps. */
  void heldBytes(long bytes) {
    heldBytes = bytes;
  }

  /** By what setting the stream would lose lines, as it was seen last; empty when it loses none. */
  void streamFault(String why) {
    streamFault = why;
  }

  String streamFault() {
    return streamFault;
  }

  /** Everything up to here is durable. */
  void committed(StreamPosition position) {
    committed = position;
  }

  /** What came was written, or nothing waits: a stall has ended. */
  void wentOn() {
    state.stallEnded();
    stalls.succeeded(partition);
  }

  /** Output files of these keys were finished. */
  void finished(Collection<String> keys) {
    finishedKeys.addAll(keys);
  }

  StreamPosition committed() {
    return committed;
  }

  long pending() {
    return pending;
  }

  long heldBytes() {
    return heldBytes;
  }

  @Nullable String pollFinishedKey() {
    return finishedKeys.poll();
  }
}
