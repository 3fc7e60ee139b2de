package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import dev.natsfleet.logs.receiver.stream.StreamReadException;
import dev.natsfleet.logs.receiver.stream.StreamReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to write a partition: opens its store and sequencer, and reads its stream until the
 * worker is stopped or something fails.
 */
final class PartitionSession {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionSession.class);

  private static final long IDLE_MILLIS = 15;
  private static final long QUIET_MILLIS = 250;
  private static final long OBSERVATION_NANOS = Duration.ofSeconds(10).toNanos();

  private final ReceiverContext context;
  private final PartitionAssignment assignment;
  private final Lease lease;
  private final WorkerProgress progress;
  private final StallBackoff backoff;
  private final CountDownLatch stop;
  private final String hostPrefix;

  PartitionSession(
      ReceiverContext context,
      PartitionAssignment assignment,
      WorkerProgress progress,
      StallBackoff backoff,
      CountDownLatch stop) {
    this.context = context;
    this.assignment = assignment;
    this.lease = assignment.lease();
    this.progress = progress;
    this.backoff = backoff;
    this.stop = stop;
    this.hostPrefix = Subjects.hostPrefix(context.subject(), lease.partition());
  }

  /** Receives; returns after a stop with everything durable and the store released. */
  void run() throws IOException, StreamReadException, InterruptedException {
    try (PartitionStore store = openStore()) {
      goOnAtCopy(store);
      Duration streamAge = context.settings().streams().age();
      StoreMaintenance.forgetSilentLogs(store, streamAge, any -> true); // no report is read yet
      try (RecordSequencer sequencer =
          new RecordSequencer(store, context.gapPolicy(), assignment.state())) {
        while (!stop.await(0, TimeUnit.MILLISECONDS)) {
          long now = context.clock().nanos();
          read(
              store,
              sequencer,
              new StoreMaintenance(store, sequencer, assignment.state(), streamAge, now));
        }
        store.release();
        sequencer.markCommitted();
      }
      progress.committed(store.committed());
    }
  }

  private PartitionStore openStore() throws IOException {
    return new PartitionStore(
        context.directory(lease.partition()),
        lease.token(),
        lease,
        context.rotation(lease.partition()),
        context.openFiles());
  }

  /**
   * Leases move partitions between receivers that may have directories of their own. A list does
   * not: there the journal is the truth, once there is one. So it is when the bucket was lost, and
   * the copy is new in it. A new copy begins where the stream did when it was registered.
   */
  private void goOnAtCopy(PartitionStore store) throws IOException {
    StreamPosition own = store.committed();
    StreamPosition start = assignment.start();
    boolean empty = own.equals(StreamPosition.START);
    boolean moved = !lease.isEndless() && !assignment.fresh();
    if ((empty || moved) && own.isBefore(start)) {
      LOG.atInfo()
          .addKeyValue("partition", lease.partition())
          .addKeyValue("own", own.sequence())
          .addKeyValue("copy", start.sequence())
          .log("the copy is further on than what is here; each host goes on in a new file");
      store.restartAt(start);
    }
  }

  private void read(PartitionStore store, RecordSequencer sequencer, StoreMaintenance maintenance)
      throws IOException, StreamReadException, InterruptedException {
    String stream = context.partitionStreams().name(lease.partition());
    try (StreamReader reader =
        StreamReader.open(
            context.connection(),
            stream,
            sequencer.position(),
            context.prefetchLimits(),
            context.clock().monotonic())) {
      if (!reader.isContinuous() && isSoleWriterOfCopy()) {
        sequencer.noteLostTail();
      }
      if (reader.initialPending() == 0) {
        sequencer.noteEnd(reader.initialEnd());
      }
      progress.reading(reader.initialPending());
      GroupCommit commit = new GroupCommit(assignment, store, sequencer, progress, backoff);
      commit.begin(context.clock().nanos());
      long observedAt = context.clock().nanos();
      while (stop.getCount() > 0 && !sequencer.pollReread()) {
        boolean uncommitted = store.isDirty();
        ReceivedMessage message = reader.next(uncommitted ? IDLE_MILLIS : QUIET_MILLIS);
        long now = context.clock().nanos();
        if (!uncommitted) {
          commit.begin(now);
        }
        if (message != null) {
          accept(message, sequencer, reader.initialEnd(), now);
        }
        if (message == null || commit.isDue(now)) {
          requireOwnCopy();
          checkGaps(sequencer, now);
          commit.run(now);
        }
        maintenance.run(now);
        if (now - observedAt >= OBSERVATION_NANOS) {
          observedAt = now;
          progress.streamFault(
              context.partitionStreams().observe(lease.partition(), progress.streamFault()));
        }
      }
    }
  }

  /** Whether no other receiver of the copy may have begun a log that is unknown here. */
  private boolean isSoleWriterOfCopy() {
    return lease.isEndless() || assignment.fresh();
  }

  private void accept(
      ReceivedMessage message, RecordSequencer sequencer, StreamPosition end, long now)
      throws IOException {
    sequencer.accept(Subjects.host(hostPrefix, message.subject()), message, now);
    long pending = message.metadata().pending();
    if (pending == 0) {
      sequencer.noteEnd(end); // before anybody may take the rest for written
    }
    progress.pending(pending);
  }

  /** Another receiver may have claimed the copy while this one was cut off or paused. */
  private void requireOwnCopy() throws IOException {
    String refusal = context.copyOwner().refusal(lease.partition());
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
  }

  private void checkGaps(RecordSequencer sequencer, long now) throws IOException {
    sequencer.checkGaps(now, () -> context.partitionStreams().isNearlyFull(lease.partition()));
    progress.heldBytes(sequencer.heldBytes());
    context.serverFailover().streamAnswered(now);
  }
}
