package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.partition.PartitionState;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.PipelineBucket;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a receiver does for its streams every few seconds: keeps the bucket there, publishes
 * positions, and purges what every copy has. A failure of one does not keep the others from being
 * tried.
 */
public final class StreamMaintenance {

  private static final Logger LOG = LoggerFactory.getLogger(StreamMaintenance.class);

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages("task fails, is repeated", "task works again");

  private final ReceiverContext context;
  private final PositionPublisher publisher;
  private final StreamPurger purger;
  private final BucketEpoch epoch = new BucketEpoch();
  private final FailureLog failures = new FailureLog(LOG, "task", MESSAGES);

  /** Maintenance by a receiver that belongs to a copy. */
  public StreamMaintenance(
      ReceiverContext context, CopyPositions positions, PositionPublisher publisher) {
    this.context = context;
    this.publisher = publisher;
    this.purger = new StreamPurger(context, positions);
  }

  /** Publishes positions first, because other copies rely on them; purges then. */
  public void run(Collection<PartitionWorker> workers, Map<Integer, PartitionState> states)
      throws InterruptedException {
    Map<Integer, PartitionState> owned = owned(workers, states);
    attempt("keep the bucket of positions and leases", this::ensureBucket);
    attempt("publish positions", () -> publisher.publish(workers));
    attempt(
        "purge messages that every copy has; streams fill up meanwhile",
        () -> purger.purge(owned, this::arePositionsComplete));
  }

  /** What could not be done at the last attempt, and why; empty when all is well. */
  public List<String> faults() {
    return failures.reasons().entrySet().stream()
        .map(task -> "cannot " + task.getKey() + ": " + task.getValue())
        .toList();
  }

  private static Map<Integer, PartitionState> owned(
      Collection<PartitionWorker> workers, Map<Integer, PartitionState> states) {
    Map<Integer, PartitionState> owned = new HashMap<>();
    for (PartitionWorker worker : workers) {
      PartitionState state = states.get(worker.lease().partition());
      if (state != null && worker.lease().isCertain()) {
        owned.put(worker.lease().partition(), state);
      }
    }
    return owned;
  }

  /** Servers may lose their store, and the bucket with it, while we run. */
  private void ensureBucket() throws IOException {
    var streams = context.settings().streams();
    PipelineBucket.ensure(context.connection(), streams.names(), streams.replicas());
    PipelineBucket.Times times = times();
    if (epoch.observe(times.createdAt(), times.server(), context.clock().nanos())) {
      publisher.bucketRecreated();
    }
  }

  /** Positions count only when the bucket has been the same one since before they were read. */
  private boolean arePositionsComplete() throws IOException {
    return epoch.isTrusted(times().createdAt(), context.clock().nanos());
  }

  private PipelineBucket.Times times() throws IOException {
    return PipelineBucket.times(context.connection(), context.settings().streams().names());
  }

  private void attempt(String task, Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
      failures.succeeded(task);
    } catch (IOException | IllegalStateException e) {
      failures.failed(task, String.valueOf(e.getMessage()));
    }
  }

  /** Something to do with NATS. */
  private interface Attempt {

    void run() throws IOException, InterruptedException;
  }
}
