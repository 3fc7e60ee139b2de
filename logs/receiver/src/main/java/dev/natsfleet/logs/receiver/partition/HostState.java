package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.metrics.HostMetrics;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import dev.natsfleet.logs.receiver.stream.MessageMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What this process knows of one host of a partition. */
public final class HostState {

  private final String name;
  private final HostProgress progress;
  private final HostMetrics metrics = new HostMetrics();
  private final Map<Long, CountedLog> logs = new HashMap<>();
  private boolean malformedReported;

  /** A host of which nothing came before {@code now}, which is monotonic. */
  HostState(String name, long now) {
    this.name = name;
    this.progress = new HostProgress(now);
  }

  /** The host's name; empty for lines without one. */
  public String name() {
    return name;
  }

  /** How far its messages were received and purged. */
  public HostProgress progress() {
    return progress;
  }

  /** What was received of it. */
  public HostMetrics metrics() {
    return metrics;
  }

  /** A message of the host was written. */
  void written(MessageMetadata metadata) {
    progress.received(metadata.sequence());
    metrics.storedAt(metadata.time());
  }

  /** Whether a malformed bundle of the host is the first: only that one is logged. */
  boolean isFirstMalformed() {
    boolean first = !malformedReported;
    malformedReported = true;
    return first;
  }

  /** A log of which something came; null when it is not counted by itself. */
  @Nullable CountedLog log(long id) {
    return logs.get(id);
  }

  /** Begins to count a log by itself. */
  CountedLog count(long id, LogMetrics counts) {
    metrics.add(id, counts);
    CountedLog log = new CountedLog(counts);
    logs.put(id, log);
    return log;
  }

  /** All further logs, which are counted together. */
  CountedLog others() {
    CountedLog known = logs.get(HostMetrics.OTHERS);
    return known == null
        ? count(HostMetrics.OTHERS, new LogMetrics(Long.MAX_VALUE)) // no generation follows
        : known;
  }

  /** Path of a log, as its records told it; empty before that. */
  String path(long id) {
    CountedLog log = logs.get(id);
    return log == null ? "" : log.metrics().path();
  }

  /** How many logs are counted. */
  int logCount() {
    return logs.size();
  }

  /** Forgets what came since the last commit: it is read again. */
  void discardUncommitted() {
    logs.values().forEach(CountedLog::discardUncommitted);
  }

  /**
   * Forgets silent logs that nobody mentions any more.
   *
   * @param mentioned logs that the journal or a shipper mentions
   * @param kept receives the logs that are still counted one by one
   */
  void retain(Set<Long> mentioned, Set<Long> kept) {
    logs.entrySet().removeIf(log -> !isKept(log.getKey(), log.getValue(), mentioned, kept));
  }

  /** Whether nothing of the host is left in the stream, and none of its logs is counted. */
  boolean isGone(long now) {
    return progress.isOver(now) && logs.keySet().stream().noneMatch(log -> log > 0);
  }

  /** Lines of other shippers are no log, and have an id that is not positive. */
  private boolean isKept(long id, CountedLog log, Set<Long> mentioned, Set<Long> kept) {
    boolean silent = log.isSilent();
    if (id > 0 && silent && !mentioned.contains(id)) {
      metrics.remove(id);
      return false;
    }
    kept.add(id);
    return true;
  }
}
