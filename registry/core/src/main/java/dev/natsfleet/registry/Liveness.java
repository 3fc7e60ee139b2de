package dev.natsfleet.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is alive, as one observer saw it: a row lives while its pulse changes, measured by the
 * observer's own monotonic clock. No wall clock is compared, so skewed clocks harm nobody; an
 * observer that starts anew waits the whole period again (amazon-dynamodb-lock-client and KCL do
 * the same). Silence is what the observer has seen from look to look: time in which the registry
 * could not be read says nothing of anybody, since nobody could write to it either.
 *
 * @param seen by address: the newest pulse and since when it has not changed
 * @param lookedNanos when the rows were read last
 * @param blind whether reading them has failed since
 */
public record Liveness(Map<String, Seen> seen, long lookedNanos, boolean blind) {

  /** An observer that has not looked yet. */
  public static final Liveness NONE = new Liveness(Map.of(), 0, false);

  public Liveness {
    seen = Map.copyOf(seen);
  }

  /**
   * A pulse and when it was first seen.
   *
   * @param sinceNanos of the observer's monotonic clock, later by all time without sight
   */
  public record Seen(String pulse, long sinceNanos) {}

  /** What the observer knows after it has read these rows; addresses without a row are dropped. */
  public Liveness observe(Collection<? extends NodeRow> rows, long nowNanos) {
    long unseen = blind ? nowNanos - lookedNanos : 0;
    Map<String, Seen> next = new HashMap<>();
    for (NodeRow row : rows) {
      Seen before = seen.get(row.ip());
      if (before != null && before.pulse().equals(row.pulse())) {
        next.put(row.ip(), new Seen(row.pulse(), before.sinceNanos() + unseen));
      } else {
        next.put(row.ip(), new Seen(row.pulse(), nowNanos));
      }
    }
    return new Liveness(next, nowNanos, false);
  }

  /** After the rows could not be read. */
  public Liveness blinded() {
    return new Liveness(seen, lookedNanos, true);
  }

  /** How long the row had not changed at the last look; zero if it has never been seen. */
  public Duration silence(String ip) {
    Seen last = seen.get(ip);
    return last == null ? Duration.ZERO : Duration.ofNanos(lookedNanos - last.sinceNanos());
  }

  /** Whether the row was seen, and had changed within the period. */
  public boolean alive(String ip, Duration period) {
    return seen.containsKey(ip) && silence(ip).compareTo(period) < 0;
  }
}
