package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.store.NotOwnerException;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import dev.natsfleet.logs.receiver.stream.StreamReadException;
import dev.natsfleet.logs.receiver.stream.StreamRefusedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one partition. When reading or writing fails, it forgets everything that is not
 * committed, waits, and begins again from the journal, as after a crash.
 */
public final class PartitionWorker {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionWorker.class);

  private final ReceiverContext context;
  private final PartitionAssignment assignment;
  private final Lease lease;
  private final StallBackoff backoff = new StallBackoff();
  private final WorkerProgress progress;
  private final long startedAt;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** A worker that writes a partition until it is stopped or the lease ends. */
  public PartitionWorker(ReceiverContext context, PartitionAssignment assignment) {
    this.context = context;
    this.assignment = assignment;
    this.lease = assignment.lease();
    this.progress = new WorkerProgress(assignment);
    this.startedAt = context.clock().nanos();
  }

  /** The lease of the partition. */
  public Lease lease() {
    return lease;
  }

  /** For how long the partition has been ours, in nanoseconds. */
  public long ownedNanos() {
    return context.clock().nanos() - startedAt;
  }

  /** By what setting the stream would lose lines; empty when it loses none. */
  public String streamFault() {
    return progress.streamFault();
  }

  /** Position up to which everything is durable. */
  public StreamPosition committed() {
    return progress.committed();
  }

  /** Messages that wait in the stream, as the last one says; -1 while that is not known. */
  public long pending() {
    return progress.pending();
  }

  /** Bytes that are held back behind gaps. */
  public long heldBytes() {
    return progress.heldBytes();
  }

  /** Takes the key of an output file that another has followed; null when there is none. */
  public @Nullable String pollFinishedKey() {
    return progress.pollFinishedKey();
  }

  /** Starts the thread. */
  public void start() {
    Thread.ofPlatform().name("partition-" + lease.partition()).start(this::run);
  }

  /** Asks for the end; {@link #hasEnded} says when everything is durable and closed. */
  public void stop() {
    stop.countDown();
  }

  /** Whether everything is durable and closed. */
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Waits until the worker has ended, but no longer than a limit. */
  public void awaitEnd(Duration limit) throws InterruptedException {
    if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.atWarn()
          .addKeyValue("partition", lease.partition())
          .addKeyValue("seconds", limit.toSeconds())
          .log(
              "the partition did not stop in time; its last lines are read again at the next"
                  + " start");
    }
  }

  private void run() {
    try {
      while (!isStopped(0) && lease.isCertain()) {
        attempt();
        isStopped(backoff.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private boolean isStopped(long millis) throws InterruptedException {
    return stop.await(millis, TimeUnit.MILLISECONDS);
  }

  private void attempt() throws InterruptedException {
    try {
      context.partitionStreams().ensure(lease.partition());
      context.files().outputLock().acquire(lease.partition());
      if (lease.isEndless()) {
        context.copyOwner().claim(lease.partition());
      } else {
        context.copyOwner().requireUnclaimed(lease.partition());
      }
      new PartitionSession(context, assignment, progress, backoff, stop).run();
    } catch (NotOwnerException e) {
      ownershipLost(e);
    } catch (StreamReadException e) {
      stalled(e);
      context.serverFailover().streamUnreachable(context.clock().nanos());
    } catch (IOException | StreamRefusedException e) {
      stalled(e);
    } catch (RuntimeException e) {
      stalled(e.toString(), e); // a defect: its stack trace is needed
    }
  }

  /**
   * The journal may be a newer owner's though the lease is certain: another lease mends nothing.
   */
  private void ownershipLost(NotOwnerException e) {
    stalled(e);
    if (!lease.isCertain()) {
      stop();
    }
  }

  private void stalled(Exception e) {
    boolean file = e instanceof FileSystemException;
    stalled(file ? FileFailure.withName((IOException) e) : String.valueOf(e.getMessage()), null);
  }

  private void stalled(String why, @Nullable Throwable defect) {
    backoff.stalled();
    progress.stalled(why, defect);
  }
}
