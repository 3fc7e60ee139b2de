package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.failures.FirstFailure;
import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.stream.CopyOwner;
import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes how far this receiver's partitions are, for other copies and for the next owner. */
public final class PositionPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(PositionPublisher.class);

  private final CopyPositions positions;
  private final CopyOwner owner;
  private final Map<Integer, StreamPosition> published = new HashMap<>();

  /** Publishes into the bucket of positions. */
  public PositionPublisher(CopyPositions positions, CopyOwner owner) {
    this.positions = positions;
    this.owner = owner;
  }

  /**
   * Publishes the positions of all partitions that are certainly ours. One that fails, because it
   * belongs to another receiver for example, does not keep the others from it.
   *
   * @throws IOException the first failure, after all were tried
   */
  void publish(Collection<PartitionWorker> workers) throws IOException, InterruptedException {
    FirstFailure failures = new FirstFailure();
    for (PartitionWorker worker : workers) {
      failures.attempt(() -> publish(worker));
    }
    failures.rethrow();
  }

  private void publish(PartitionWorker worker) throws IOException, InterruptedException {
    if (worker.lease().isCertain()) {
      register(worker.lease());
    }
    publishCommitted(worker);
  }

  /** Publishes the last position of a partition, before another receiver may take it. */
  public void publishLast(PartitionWorker worker) {
    try {
      publishCommitted(worker);
    } catch (IOException | IllegalStateException e) {
      LOG.atWarn()
          .addKeyValue("partition", worker.lease().partition())
          .addKeyValue("why", e.getMessage())
          .log("the last position cannot be published; the next owner may begin before it");
    }
  }

  /** The bucket is another one: everything must be published again. */
  void bucketRecreated() {
    published.clear();
    owner.bucketRecreated();
  }

  /** Publishes that a copy has nothing yet: a new bucket must not overlook it. */
  private void register(Lease lease) throws IOException, InterruptedException {
    int partition = lease.partition();
    if (lease.isEndless()) {
      owner.claim(partition);
    } else {
      owner.requireUnclaimed(partition);
    }
    if (!published.containsKey(partition)) {
      if (positions.own(partition).isEmpty()) {
        positions.publish(partition, StreamPosition.START);
      }
      published.put(partition, StreamPosition.START);
    }
  }

  private void publishCommitted(PartitionWorker worker) throws IOException {
    if (!worker.lease().isCertain()) {
      return; // the lease may have ended while the bucket was asked
    }
    int partition = worker.lease().partition();
    if (!owner.refusal(partition).isEmpty()) {
      return; // the copy belongs to another directory now, which may not have got so far
    }
    StreamPosition committed = worker.committed();
    if (committed.sequence() > 0 && !committed.equals(published.get(partition))) {
      positions.publish(partition, committed);
      published.put(partition, committed);
    }
  }
}
