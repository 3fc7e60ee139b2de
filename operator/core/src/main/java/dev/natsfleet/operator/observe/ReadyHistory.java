package dev.natsfleet.operator.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Since when each node has been ready with the settings that it runs. A crash in between, or a pass
 * that did not see it ready, begins the time anew; so does an observer that has just started.
 */
final class ReadyHistory {

  private record Episode(String settings, long since) {}

  private Map<String, Episode> episodes = Map.of();

  /**
   * For how long each node that is ready now has been so.
   *
   * @param nanos of a monotonic clock
   */
  Map<String, Duration> observe(List<ObservedNode> nodes, long nanos) {
    Map<String, Episode> next = new HashMap<>();
    Map<String, Duration> ages = new HashMap<>();
    nodes.forEach(
        node ->
            settings(node)
                .ifPresent(
                    settings -> {
                      Episode before = episodes.get(node.instance());
                      Episode now =
                          before != null && before.settings().equals(settings)
                              ? before
                              : new Episode(settings, nanos);
                      next.put(node.instance(), now);
                      ages.put(node.instance(), Duration.ofNanos(nanos - now.since()));
                    }));
    episodes = next;
    return ages;
  }

  /** What a node that is ready runs with, and how often its server has ended by then. */
  private static Optional<String> settings(ObservedNode node) {
    return node.report()
        .filter(report -> node.isReady())
        .flatMap(report -> node.revision().map(r -> r + " after " + report.crashes()));
  }
}
