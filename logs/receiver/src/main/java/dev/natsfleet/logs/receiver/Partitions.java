package dev.natsfleet.logs.receiver;

import dev.natsfleet.logs.receiver.partition.PartitionState;
import dev.natsfleet.logs.receiver.partition.PartitionWorker;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The partitions of a receiver: workers of those that it has now, and what it knows of those that
 * it has or had. Any thread may read.
 *
 * @param workers by partition
 * @param states by partition
 */
record Partitions(Map<Integer, PartitionWorker> workers, Map<Integer, PartitionState> states) {

  Partitions() {
    this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
  }
}
