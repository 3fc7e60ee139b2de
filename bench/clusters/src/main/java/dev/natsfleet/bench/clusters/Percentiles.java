package dev.natsfleet.bench.clusters;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Durations of many clusters. */
final class Percentiles {

  private final List<Duration> sorted;

  Percentiles(Collection<Duration> durations) {
    this.sorted = durations.stream().sorted().toList();
  }

  /** Median and largest in seconds, and of how many. */
  String text() {
    return sorted.isEmpty()
        ? "none"
        : String.format(
            Locale.ROOT,
            "%.1f s, %.1f s (of %d)",
            sorted.get(sorted.size() / 2).toMillis() / 1e3,
            sorted.getLast().toMillis() / 1e3,
            sorted.size());
  }
}
