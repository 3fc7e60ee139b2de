package dev.natsfleet.logs.receiver.position;

import dev.natsfleet.logs.receiver.stream.CopyPositions;
import dev.natsfleet.logs.receiver.stream.PartitionStreams;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    if (entry.awaited != null) {
      entries.put(partition, afterWait(partition, entry.awaited, now));
    }
    return true;
  }

  /** Whether the copy was not registered before this process did it, and has not begun to read. */
  public boolean isNew(int partition) {
    Entry entry = entries.get(partition);
    return entry != null && entry.fresh;
  }

  /** The copy reads the partition from now on; another receiver of it may go on after this one. */
  public void begun(int partition, long now) {
    entries.put(partition, new Entry(now, false, null));
  }

  /** Another receiver of the copy may have had the partition meanwhile. */
  private Entry afterWait(int partition, StreamPosition published, long now)
      throws IOException, InterruptedException {
    if (!positions.own(partition).filter(published::equals).isPresent()) {
      return new Entry(now, false, null);
    }
    publishBeginning(partition);
    return new Entry(now, true, null);
  }

  private Entry publishIfNew(int partition, long now) throws IOException, InterruptedException {
    if (positions.own(partition).isPresent()) {
      return new Entry(now, false, null);
    }
    boolean others = !positions.all(partition).isEmpty();
    StreamPosition published = publishBeginning(partition);
    return others ? new Entry(now + wait, true, published) : new Entry(now, true, null);
  }

  private StreamPosition publishBeginning(int partition) throws IOException {
    StreamPosition beginning = streams.beginning(partition);
    positions.publish(partition, beginning);
    return beginning;
  }

  /**
   * What is known of a partition.
   *
   * @param readableAt when the copy may read
   * @param fresh whether it is new
   * @param awaited what was published before it waits for purges of others, or null
   */
  private record Entry(long readableAt, boolean fresh, @Nullable StreamPosition awaited) {}
}
