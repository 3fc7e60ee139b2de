package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.store.Position;
import dev.natsfleet.logs.stream.Positions;
import io.nats.client.JetStreamApiException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A copy that is new says that it has nothing yet before it reads, so that others stop purging what
 * it needs. A purge that was decided before that may still be on its way: a new copy beside others
 * waits for two of their rounds.
 */
final class Registration {

  private final long wait;
  private final Map<Integer, Long> begins = new HashMap<>();

  Registration(long wait) {
    this.wait = wait;
  }

  /** Whether the copy may read the partition now. */
  boolean isSettled(int partition, Positions positions, long now)
      throws IOException, JetStreamApiException, InterruptedException {
    Long begin = begins.get(partition);
    if (begin == null) {
      begin = now + (register(partition, positions) ? wait : 0);
      begins.put(partition, begin);
    }
    return now - begin >= 0;
  }

  /** Whether there are other copies that may be purging. */
  private static boolean register(int partition, Positions positions)
      throws IOException, JetStreamApiException, InterruptedException {
    if (positions.ours(partition).isPresent()) {
      return false;
    }
    boolean others = !positions.all(partition).isEmpty();
    positions.publish(partition, Position.START);
    return others;
  }
}
