package dev.natsfleet.logs.receive;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Records that cannot be written yet because bytes before them are missing. */
final class Held {

  private final Map<Long, Queue> logs = new HashMap<>();
  private long bytes;

  boolean isEmpty() {
    return logs.isEmpty();
  }

  /** Bytes of memory in use, roughly. */
  long bytes() {
    return bytes;
  }

  void add(String host, long log, Arrival arrival, long now) {
    logs.computeIfAbsent(log, id -> new Queue(host, id, now)).arrivals.add(arrival);
    bytes += size(arrival);
  }

  /** Whether records of this log are held. */
  boolean holds(long log) {
    return !logs.isEmpty() && logs.containsKey(log);
  }

  Collection<Queue> queues() {
    return logs.values();
  }

  /** The queue of a log that has one. */
  Queue queue(long log) {
    Queue queue = logs.get(log);
    if (queue == null) {
      throw new IllegalStateException("nothing is held of " + log);
    }
    return queue;
  }

  void remove(Queue queue) {
    logs.remove(queue.log);
    queue.arrivals.forEach(arrival -> bytes -= size(arrival));
  }

  /** Takes the first record of a queue away. */
  void removeFirst(Queue queue) {
    bytes -= size(queue.arrivals.remove());
    if (queue.arrivals.isEmpty()) {
      logs.remove(queue.log);
    }
  }

  /** The last sequence before all that is held; {@code reached} when nothing is. */
  long before(long reached) {
    if (logs.isEmpty()) {
      return reached;
    }
    return logs.values().stream()
        .mapToLong(queue -> queue.arrivals.element().place().sequence() - 1)
        .reduce(reached, Math::min);
  }

  private static long size(Arrival arrival) {
    return arrival.payload().length + 200L;
  }

  /** What is held of one log, in the stream's order. */
  static final class Queue {

    final String host;
    final long log;
    final long since;
    final Deque<Arrival> arrivals = new ArrayDeque<>();

    Queue(String host, long log, long since) {
      this.host = host;
      this.log = log;
      this.since = since;
    }
  }
}
