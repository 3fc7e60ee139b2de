package dev.natsfleet.operator.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Since when each node has been ready with the settings that it runs. A crash in between, or a pass
 * that did not see it ready, begins the time anew; so does an observer that has just started. The
 * time ends with what the agent said last: nobody knows how its server is since then.
 */
final class ReadyHistory {

  private final EpisodeHistory episodes = new EpisodeHistory();

  /**
   * For how long each node that is ready now is known to have been so.
   *
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(List<ObservedNode> nodes, long nanos) {
    Map<String, String> ready = new HashMap<>();
    nodes.forEach(node -> settings(node).ifPresent(s -> ready.put(node.instance(), s)));
    Map<String, Duration> ages = episodes.observe(ready, nanos);
    nodes.forEach(
        node -> ages.computeIfPresent(node.instance(), (id, age) -> told(age, node.silence())));
    return ages;
  }

  private static Duration told(Duration seen, Duration silence) {
    return seen.compareTo(silence) > 0 ? seen.minus(silence) : Duration.ZERO;
  }

  /** What a node that is ready runs with, and how often its server has ended by then. */
  private static Optional<String> settings(ObservedNode node) {
    return node.report()
        .filter(report -> node.isReady())
        .flatMap(report -> node.revision().map(r -> r + " after " + report.crashes()));
  }
}
