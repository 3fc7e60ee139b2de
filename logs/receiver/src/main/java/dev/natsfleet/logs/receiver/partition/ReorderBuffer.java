package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.stream.ReceivedMessage;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records that cannot be written yet because bytes before them are missing. */
final class ReorderBuffer {

  private final Map<Long, Queue> logs = new HashMap<>();
  private long bytes;

  boolean isEmpty() {
    return logs.isEmpty();
  }

  /** Bytes of memory in use, roughly. */
  long bytes() {
    return bytes;
  }

  /**
   * Adds a record behind a gap, or notes that it must be read again when there is no room for it.
   * The first record is always kept, if only its header: it says where the gap ends.
   */
  void add(Queue queue, ReceivedMessage record, StreamPosition reached, long room) {
    if (queue.overflowFrom != null) {
      return;
    }
    boolean fits = bytes + size(record) <= room;
    if (!fits) {
      queue.overflowFrom = reached;
    }
    if (fits || queue.records.isEmpty()) {
      ReceivedMessage kept = fits ? record : record.withoutPayload();
      queue.records.add(kept);
      bytes += size(kept);
    }
  }

  /** Opens the queue of a log; its records are behind {@code before}. */
  Queue open(String host, long log, StreamPosition before, long now) {
    Queue queue = new Queue(host, log, before, now);
    logs.put(log, queue);
    return queue;
  }

  /** Whether records of this log are held. */
  boolean hasRecordsOf(long log) {
    return !logs.isEmpty() && logs.containsKey(log);
  }

  Collection<Queue> queues() {
    return logs.values();
  }

  /** The queue of a log that has one. */
  Queue queue(long log) {
    Queue queue = logs.get(log);
    if (queue == null) {
      throw new IllegalStateException("no records of log " + log + " are held");
    }
    return queue;
  }

  /** Removes the first record of a queue. */
  void removeFirst(Queue queue) {
    bytes -= size(queue.records.remove());
    if (queue.records.isEmpty()) {
      logs.remove(queue.log);
    }
  }

  /** The last position before all records that are held; {@code reached} when none is. */
  StreamPosition positionBefore(StreamPosition reached) {
    StreamPosition first = reached;
    for (Queue queue : logs.values()) {
      first = queue.before.sequence() < first.sequence() ? queue.before : first;
    }
    return first;
  }

  private static long size(ReceivedMessage record) {
    return record.payload().length + 200L;
  }

  /**
   * Records of one log in the stream's order, all of them behind position {@code before}. Records
   * that came when there was no room are behind {@code overflowFrom}, and must be read again.
   */
  static final class Queue {

    final String host;
    final long log;
    final StreamPosition before;
    long opened;
    final Deque<ReceivedMessage> records = new ArrayDeque<>();
    long since;
    @Nullable StreamPosition overflowFrom;

    Queue(String host, long log, StreamPosition before, long since) {
      this.host = host;
      this.log = log;
      this.before = before;
      this.opened = since;
      this.since = since;
    }
  }
}
