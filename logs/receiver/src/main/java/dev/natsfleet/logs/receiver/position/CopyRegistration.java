package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.PartitionStreams;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Registers a new copy before it reads, so that other copies stop purging what it needs, with the
 * position at which the stream begins: that is known for good then, also when the receiver ends
 * before its first commit. A purge that was decided before that may still be on its way: a new copy
 * beside others waits, and begins where the stream does then.
 */
public final class CopyRegistration {

  private final long wait;
  private final CopyPositions positions;
  private final PartitionStreams streams;
  private final Map<Integer, Entry> entries = new HashMap<>();

  /** Registration that waits so many nanoseconds beside other copies. */
  public CopyRegistration(long wait, CopyPositions positions, PartitionStreams streams) {
    this.wait = wait;
    this.positions = positions;
    this.streams = streams;
  }

  /** Registers the copy if it is new; gives whether it may read the partition now. */
  public boolean register(int partition, long now) throws IOException, InterruptedException {
    Entry entry = entries.get(partition);
    if (entry == null) {
      entry = publishIfNew(partition, now);
      entries.put(partition, entry);
    }
    if (now - entry.readableAt < 0) {
      return false;
    }
    if (entry.waiting) {
      publishBeginning(partition);
      entries.put(partition, new Entry(now, true, false));
    }
    return true;
  }

  /** Whether the copy was not registered before this process did it. */
  public boolean isNew(int partition) {
    Entry entry = entries.get(partition);
    return entry != null && entry.fresh;
  }

  private Entry publishIfNew(int partition, long now) throws IOException, InterruptedException {
    if (positions.own(partition).isPresent()) {
      return new Entry(now, false, false);
    }
    boolean others = !positions.all(partition).isEmpty();
    publishBeginning(partition);
    return new Entry(now + (others ? wait : 0), true, others);
  }

  private void publishBeginning(int partition) throws IOException {
    positions.publish(partition, streams.beginning(partition));
  }

  /** When the copy may read, whether it is new, and whether it waits for purges of others. */
  private record Entry(long readableAt, boolean fresh, boolean waiting) {}
}
