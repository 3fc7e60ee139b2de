package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.read.LogCounters;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The losses that a shipper has counted, also in its lives before. */
final class ToldLosses {

  private final Path names;
  private final Map<Long, TrackedLog> life = new HashMap<>();
  private final Map<String, Long> losses = new HashMap<>();
  private LogCounters total = new LogCounters();
  private long ofNoLog;
  private long mostBytes;

  /** Names of logs in the tree by their paths. */
  @FunctionalInterface
  interface Path {
    String name(java.nio.file.Path path);
  }

  ToldLosses(Path names) {
    this.names = names;
  }

  /** Notes the logs that there are now, and the sum over all logs that ever were. */
  void note(Collection<TrackedLog> logs, LogCounters sum) {
    logs.forEach(log -> life.put(log.id(), log));
    total = sum;
  }

  /** The shipper ends; its counters begin at zero again. */
  void endLife() {
    mostBytes = Math.max(mostBytes, total.bytesLost());
    ofNoLog += total.losses();
    for (TrackedLog log : life.values()) {
      losses.merge(names.name(log.path()), log.counters().losses(), Long::sum);
      ofNoLog -= log.counters().losses();
    }
    life.clear();
    total = new LogCounters();
  }

  /** Losses of a log, by its name. */
  long of(String log) {
    return losses.getOrDefault(log, 0L);
  }

  /** Losses of files of which nothing is known but that they were written and are gone. */
  long ofVanished() {
    return ofNoLog;
  }

  /** The most bytes that one life has counted. */
  long mostBytes() {
    return mostBytes;
  }
}
