package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.read.LogCounters;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The losses that a shipper has counted, also in its lives before. */
final class ToldLosses {

  private final Path names;
  private final Map<Long, Count> life = new HashMap<>();
  private final Map<String, Long> losses = new HashMap<>();
  private long mostBytes;

  /** Names of logs in the tree by their paths. */
  @FunctionalInterface
  interface Path {
    String name(java.nio.file.Path path);
  }

  ToldLosses(Path names) {
    this.names = names;
  }

  /** Notes the counters as they are now. */
  void note(Collection<TrackedLog> logs) {
    for (TrackedLog log : logs) {
      LogCounters counters = log.counters();
      life.put(
          log.id(), new Count(names.name(log.path()), counters.losses(), counters.bytesLost()));
    }
  }

  /** The shipper ends; its counters begin at zero again. */
  void endLife() {
    mostBytes = Math.max(mostBytes, bytes());
    life.values().forEach(count -> losses.merge(count.name, count.losses, Long::sum));
    life.clear();
  }

  /** Losses of a log, by its name. */
  long of(String log) {
    return losses.getOrDefault(log, 0L);
  }

  /** Losses of all logs. */
  long sum() {
    return losses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The most bytes that one life has counted. */
  long mostBytes() {
    return mostBytes;
  }

  private long bytes() {
    return life.values().stream().mapToLong(Count::bytes).sum();
  }

  private record Count(String name, long losses, long bytes) {}
}
