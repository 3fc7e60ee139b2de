package dev.natsfleet.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is alive, as one observer saw it: a row lives while its pulse changes, measured by the
 * observer's own monotonic clock. No wall clock is compared, so skewed clocks harm nobody; an
 * observer that starts anew waits the whole period again (amazon-dynamodb-lock-client and KCL do
 * the same).
 *
 * @param seen by address: the newest pulse and since when it has not changed
 */
public record Liveness(Map<String, Seen> seen) {

  /** An observer that has not looked yet. */
  public static final Liveness NONE = new Liveness(Map.of());

  public Liveness {
    seen = Map.copyOf(seen);
  }

  /**
   * A pulse and when it was first seen.
   *
   * @param sinceNanos of the observer's monotonic clock
   */
  public record Seen(String pulse, long sinceNanos) {}

  /** What the observer knows after it has read these rows; addresses without a row are dropped. */
  public Liveness observe(Collection<? extends NodeRow> rows, long nowNanos) {
    Map<String, Seen> next = new HashMap<>();
    for (NodeRow row : rows) {
      Seen before = seen.get(row.ip());
      boolean unchanged = before != null && before.pulse().equals(row.pulse());
      next.put(row.ip(), unchanged ? before : new Seen(row.pulse(), nowNanos));
    }
    return new Liveness(next);
  }

  /**
   * How long the row has not changed before the observer's eyes; zero if it has never been seen.
   */
  public Duration silence(String ip, long nowNanos) {
    Seen last = seen.get(ip);
    return last == null ? Duration.ZERO : Duration.ofNanos(nowNanos - last.sinceNanos());
  }

  /** Whether the row was seen, and changed within the period. */
  public boolean alive(String ip, Duration period, long nowNanos) {
    return seen.containsKey(ip) && silence(ip, nowNanos).compareTo(period) < 0;
  }
}
