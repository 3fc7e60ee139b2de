package dev.natsfleet.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which nodes are alive according to one observer. A row is alive while its pulse changes, measured
 * by the observer's own monotonic clock. Wall clocks are never compared, so a skewed clock does no
 * harm. A restarted observer waits the whole period again, as amazon-dynamodb-lock-client and KCL
 * do. Time during which the registry could not be read does not count as silence: the nodes could
 * not write to it either.
 *
 * @param pulses the newest pulse of each address, and since when it has not changed
 * @param lastReadNanos when the rows were last read, by the observer's monotonic clock
 * @param readFailed whether a read has failed since then
 */
public record Liveness(Map<String, LastPulse> pulses, long lastReadNanos, boolean readFailed) {

  /** The knowledge of an observer that has not read any row yet. */
  public static final Liveness NONE = new Liveness(Map.of(), 0, false);

  public Liveness {
    pulses = Map.copyOf(pulses);
  }

  /**
   * A pulse and when it was first seen.
   *
   * @param sinceNanos by the observer's monotonic clock, moved later by the time during which the
   *     rows could not be read
   * @param writtenNanos it is not older than this: when the rows were last read before it came
   */
  public record LastPulse(String pulse, long sinceNanos, long writtenNanos) {}

  /** The observer's knowledge after it has read these rows. Addresses without a row are dropped. */
  public Liveness observe(Collection<? extends NodeRow> rows, long nowNanos) {
    long unreadNanos = readFailed ? nowNanos - lastReadNanos : 0;
    Map<String, LastPulse> next = new HashMap<>();
    for (NodeRow row : rows) {
      LastPulse before = pulses.get(row.ip());
      if (before != null && before.pulse().equals(row.pulse())) {
        long since = before.sinceNanos() + unreadNanos;
        next.put(row.ip(), new LastPulse(row.pulse(), since, before.writtenNanos()));
      } else {
        long written = before == null ? nowNanos : lastReadNanos;
        next.put(row.ip(), new LastPulse(row.pulse(), nowNanos, written));
      }
    }
    return new Liveness(next, nowNanos, false);
  }

  /** The observer's knowledge after a failed read of the rows. */
  public Liveness afterFailedRead() {
    return new Liveness(pulses, lastReadNanos, true);
  }

  /** How long the row had not changed when it was last read; zero if it was never seen. */
  public Duration silence(String ip) {
    LastPulse last = pulses.get(ip);
    return last == null ? Duration.ZERO : Duration.ofNanos(lastReadNanos - last.sinceNanos());
  }

  /**
   * How old what the row says may be. That is more than its silence after a time in which the rows
   * were not read: nobody is called silent for that, and what was said before may be true no more.
   */
  public Duration age(String ip) {
    LastPulse last = pulses.get(ip);
    return last == null ? Duration.ZERO : Duration.ofNanos(lastReadNanos - last.writtenNanos());
  }

  /** Whether the row was seen and has changed within the period. */
  public boolean isAlive(String ip, Duration period) {
    return pulses.containsKey(ip) && silence(ip).compareTo(period) < 0;
  }
}
