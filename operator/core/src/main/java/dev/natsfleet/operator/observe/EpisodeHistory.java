package dev.natsfleet.operator.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Since when each node has been as it is. A pass that did not see it so, or saw it otherwise,
 * begins the time anew; so does an observer that has just started.
 */
final class EpisodeHistory {

  private record Episode(String condition, long since) {}

  private Map<String, Episode> episodes = Map.of();

  /** Nothing could be seen: all times begin anew. */
  void forget() {
    episodes = Map.of();
  }

  /**
   * For how long each of these nodes has been as it is.
   *
   * @param conditions by instance id, of the nodes that count now
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(Map<String, String> conditions, long nanos) {
    Map<String, Episode> next = new HashMap<>();
    Map<String, Duration> ages = new HashMap<>();
    conditions.forEach(
        (instance, condition) -> {
          Episode before = episodes.get(instance);
          Episode now =
              before != null && before.condition().equals(condition)
                  ? before
                  : new Episode(condition, nanos);
          next.put(instance, now);
          ages.put(instance, Duration.ofNanos(nanos - now.since()));
        });
    episodes = next;
    return ages;
  }
}
