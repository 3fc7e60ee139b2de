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
  private final Map<Integer, Long> readableAt = new HashMap<>();

  /** Registration that waits so many nanoseconds beside other copies. */
  public CopyRegistration(long wait) {
    this.wait = wait;
  }

  /** Registers the copy if it is new; gives whether it may read the partition now. */
  public boolean register(int partition, CopyPositions positions, long now)
      throws IOException, InterruptedException {
    Long at = readableAt.get(partition);
    if (at == null) {
      at = now + (publishIfNew(partition, positions) ? wait : 0);
      readableAt.put(partition, at);
    }
    return now - at >= 0;
  }

  /** Publishes that a new copy has nothing; gives whether it is new beside others. */
  private static boolean publishIfNew(int partition, CopyPositions positions)
      throws IOException, InterruptedException {
    if (positions.own(partition).isPresent()) {
      return false;
    }
    boolean others = !positions.all(partition).isEmpty();
    positions.publish(partition, StreamPosition.START);
    return others;
  }
}
