package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.failures.FirstFailure;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.receiver.partition.HostState;
import dev.natsfleet.logs.receiver.partition.PartitionState;
import dev.natsfleet.logs.receiver.partition.ReceiverContext;
import dev.natsfleet.logs.receiver.stream.CopyPositions;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Deletes from the streams what every copy has committed. */
final class StreamPurger {

  private final ReceiverContext context;
  private final CopyPositions positions;

  StreamPurger(ReceiverContext context, CopyPositions positions) {
    this.context = context;
    this.positions = positions;
  }

  /**
   * Purges partitions that are ours. One whose stream has no leader, for example, does not keep the
   * others from it.
   *
   * @param trusted whether the positions that were just read are those of all copies
   * @throws IOException the first failure, after all were tried
   */
  void purge(Map<Integer, PartitionState> partitions, Confirmation trusted)
      throws IOException, InterruptedException {
    FirstFailure failures = new FirstFailure();
    Map<Integer, Long> committed = new HashMap<>();
    for (int partition : partitions.keySet()) {
      failures.attempt(() -> committed.put(partition, committedByAll(partition)));
    }
    if (trusted.isGiven()) {
      partitions.forEach(
          (partition, state) -> {
            long committedByAll = committed.getOrDefault(partition, 0L);
            failures.attempt(() -> purge(partition, state, committedByAll));
          });
    }
    failures.rethrow();
  }

  private long committedByAll(int partition) throws IOException, InterruptedException {
    return positions.committedByAll(partition, context.partitionStreams().name(partition));
  }

  /** A question to the servers that must be asked after the positions were read. */
  interface Confirmation {

    boolean isGiven() throws IOException;
  }

  private void purge(int partition, PartitionState state, long committedByAll) throws IOException {
    String stream = context.partitionStreams().name(partition);
    for (HostState host : state.hosts()) {
      OptionalLong before = host.progress().nextPurge(committedByAll);
      if (before.isPresent()) {
        positions.purge(stream, subject(partition, host.name()), before.getAsLong());
        host.progress().purged(before.getAsLong());
      }
    }
  }

  private String subject(int partition, String host) {
    return host.isEmpty()
        ? context.subject()
        : Subjects.subject(context.subject(), partition, host);
  }
}
