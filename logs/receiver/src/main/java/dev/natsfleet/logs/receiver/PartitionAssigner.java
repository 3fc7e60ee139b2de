package dev.natsfleet.logs.receiver;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.receiver.audit.AuditStore;
import dev.natsfleet.logs.receiver.audit.PartitionAudits;
import dev.natsfleet.logs.receiver.ownership.Lease;
import dev.natsfleet.logs.receiver.ownership.Ownership;
import dev.natsfleet.logs.receiver.partition.PartitionAssignment;
import dev.natsfleet.logs.receiver.partition.PartitionState;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.position.CopyRegistration;
import dev.natsfleet.logs.receiver.position.PositionPublisher;
import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a worker for each partition that is assigned, and stops those of the others. */
final class PartitionAssigner {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionAssigner.class);
  private static final Duration END_LIMIT = Duration.ofSeconds(20);

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "a partition cannot be started yet; trying again", "the partition can be started now");

  private final FailureLog failures = new FailureLog(LOG, "partition", MESSAGES);
  private final ReceiverContext context;
  private final Partitions partitions;
  private final AuditStore audits;
  private final CopyPositions positions;
  private final PositionPublisher publisher;
  private final CopyRegistration registration;

  PartitionAssigner(
      ReceiverContext context,
      Partitions partitions,
      AuditStore audits,
      CopyPositions positions,
      PositionPublisher publisher) {
    this.context = context;
    this.partitions = partitions;
    this.audits = audits;
    this.positions = positions;
    this.publisher = publisher;
    this.registration =
        new CopyRegistration(
            2 * Receiver.MAINTENANCE_INTERVAL.toNanos(), positions, context.partitionStreams());
  }

  /** Starts and stops workers until they match the leases that are assigned now. */
  void apply(Ownership ownership) {
    Map<Integer, Lease> assigned = ownership.assigned();
    for (PartitionWorker worker : List.copyOf(partitions.workers().values())) {
      if (assigned.get(worker.lease().partition()) != worker.lease()) {
        worker.stop();
      }
      if (worker.hasEnded()) {
        partitions.workers().remove(worker.lease().partition());
        release(worker, ownership);
      }
    }
    forgetFaultsOfOthers(assigned.keySet());
    for (Lease lease : assigned.values()) {
      if (lease.isCertain() && !partitions.workers().containsKey(lease.partition())) {
        start(lease);
      }
    }
  }

  /** What cannot be done with a partition that is not ours any more is its owner's concern. */
  private void forgetFaultsOfOthers(Set<Integer> assigned) {
    failures.retain(assigned);
    partitions
        .states()
        .forEach(
            (partition, state) -> {
              if (!assigned.contains(partition)) {
                state.stallEnded();
              }
            });
  }

  /** Stops all workers and releases the partitions of those that end in time. */
  void stopAll(Ownership ownership) throws InterruptedException {
    Collection<PartitionWorker> workers = partitions.workers().values();
    workers.forEach(PartitionWorker::stop);
    for (PartitionWorker worker : workers) {
      worker.awaitEnd(END_LIMIT);
      if (worker.hasEnded()) {
        release(worker, ownership);
      }
    }
  }

  private PartitionState newState(int partition) {
    return new PartitionState(
        context.maxLogs(), new PartitionAudits(audits, partition), context.clock().monotonic());
  }

  private void release(PartitionWorker worker, Ownership ownership) {
    publisher.publishLast(worker);
    ownership.release(worker.lease());
  }

  private void start(Lease lease) {
    int partition = lease.partition();
    PartitionState state = partitions.states().computeIfAbsent(partition, this::newState);
    try {
      if (!registration.register(partition, context.clock().nanos())) {
        return;
      }
      StreamPosition start = positions.own(partition).orElse(StreamPosition.START);
      PartitionWorker worker =
          new PartitionWorker(
              context, new PartitionAssignment(lease, start, state, registration.isNew(partition)));
      partitions.workers().put(partition, worker);
      worker.start();
      registration.begun(partition, context.clock().nanos());
      failures.succeeded(Integer.toString(partition));
      LOG.atInfo()
          .addKeyValue("partition", partition)
          .addKeyValue("token", lease.token())
          .log("a partition is ours");
    } catch (IOException | IllegalStateException e) {
      state.stalled(String.valueOf(e.getMessage()));
      failures.failed(Integer.toString(partition), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
