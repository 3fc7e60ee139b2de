package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.store.Position;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * Adds what is behind a gap, or remembers to read it again when it takes more than the room. The
   * first record is always known, if only by its header: it says where the gap ends.
   */
  void add(Queue queue, Arrival arrival, Position reached, long room) {
    if (queue.left != null) {
      return;
    }
    boolean fits = bytes + size(arrival) <= room;
    if (!fits) {
      queue.left = reached;
    }
    if (fits || queue.arrivals.isEmpty()) {
      Arrival kept = fits ? arrival : arrival.hollow();
      queue.arrivals.add(kept);
      bytes += size(kept);
    }
  }

  /** Begins to hold what comes of a log. */
  Queue begin(String host, long log, Position reached, long now) {
    Queue queue = new Queue(host, log, reached, now);
    logs.put(log, queue);
    return queue;
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

  /** Takes the first record of a queue away. */
  void removeFirst(Queue queue) {
    bytes -= size(queue.arrivals.remove());
    if (queue.arrivals.isEmpty()) {
      logs.remove(queue.log);
    }
  }

  /** The last position before all that is held; {@code reached} when nothing is. */
  Position before(Position reached) {
    Position first = reached;
    for (Queue queue : logs.values()) {
      first = queue.before.sequence() < first.sequence() ? queue.before : first;
    }
    return first;
  }

  private static long size(Arrival arrival) {
    return arrival.payload().length + 200L;
  }

  /**
   * What is held of one log, in the stream's order: behind position {@code before}. What came when
   * there was no room any more is behind {@code left}, and must be read again.
   */
  static final class Queue {

    final String host;
    final long log;
    final Position before;
    final Deque<Arrival> arrivals = new ArrayDeque<>();
    long since;
    @Nullable Position left;

    Queue(String host, long log, Position before, long since) {
      this.host = host;
      this.log = log;
      this.before = before;
      this.since = since;
    }
  }
}
