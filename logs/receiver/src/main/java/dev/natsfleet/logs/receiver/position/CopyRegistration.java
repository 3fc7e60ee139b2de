package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Registers a new copy before it reads, so that other copies stop purging what it needs. A purge
 * that was decided before that may still be on its way: a new copy beside others waits.
 */
public final class CopyRegistration {

  private final long wait;
  private final Map<Integer, Entry> entries = new HashMap<>();

  /** Registration that waits so many nanoseconds beside other copies. */
  public CopyRegistration(long wait) {
    this.wait = wait;
  }

  /** Registers the copy if it is new; gives whether it may read the partition now. */
  public boolean register(int partition, CopyPositions positions, long now)
      throws IOException, InterruptedException {
    Entry entry = entries.get(partition);
    if (entry == null) {
      entry = publishIfNew(partition, positions, now);
      entries.put(partition, entry);
    }
    return now - entry.readableAt >= 0;
  }

  /** Whether the copy was not registered before this process did it. */
  public boolean isNew(int partition) {
    Entry entry = entries.get(partition);
    return entry != null && entry.fresh;
  }

  /** Publishes that a new copy has nothing. */
  private Entry publishIfNew(int partition, CopyPositions positions, long now)
      throws IOException, InterruptedException {
    if (positions.own(partition).isPresent()) {
      return new Entry(now, false);
    }
    boolean others = !positions.all(partition).isEmpty();
    positions.publish(partition, StreamPosition.START);
    return new Entry(now + (others ? wait : 0), true);
  }

  /** When the copy may read, and whether it is new. */
  private record Entry(long readableAt, boolean fresh) {}
}
