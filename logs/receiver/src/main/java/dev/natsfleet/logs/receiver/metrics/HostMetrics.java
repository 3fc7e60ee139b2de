package dev.natsfleet.logs.receiver.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts what was received of one host, log by log, and when its last line was stored. */
public final class HostMetrics {

  /** Stands for logs that are too many to be counted one by one. */
  public static final long OTHERS = -1;

  private final Map<Long, LogMetrics> logs = new ConcurrentHashMap<>();
  private volatile long storedAt;
  private volatile LogTotals past = LogTotals.NONE;

  /** The metrics of a log; null when it has none of its own yet. */
  public @Nullable LogMetrics find(long log) {
    return logs.get(log);
  }

  /** Begins to count a log by itself. */
  public void add(long log, LogMetrics metrics) {
    logs.put(log, metrics);
  }

  /** The metrics that all further logs share. */
  public LogMetrics others() {
    return logs.computeIfAbsent(
        OTHERS, id -> new LogMetrics(Long.MAX_VALUE)); // no generation follows this one
  }

  /** Metrics by the log's id, {@link #OTHERS} among them. */
  public Map<Long, LogMetrics> logs() {
    return Collections.unmodifiableMap(logs);
  }

  /** Notes when the stream took the last message, in nanoseconds since 1970. */
  public void storedAt(long nanos) {
    storedAt = nanos;
  }

  /** When the stream took the last message, in nanoseconds since 1970; 0 before the first. */
  public long storedAt() {
    return storedAt;
  }

  /**
   * Adds up silent logs that nobody mentions any more.
   *
   * @param mentioned logs that the journal or a shipper mentions
   * @param kept receives the logs that are still counted one by one
   */
  public void retain(Set<Long> mentioned, Set<Long> kept) {
    logs.forEach(
        (log, metrics) -> {
          boolean silent = metrics.isSilent();
          if (log <= 0 || mentioned.contains(log) || !silent) {
            kept.add(log);
          } else {
            past = past.plus(metrics.totals());
            logs.remove(log);
          }
        });
  }

  /** Whether a log of ours is counted by itself; lines of other shippers are no log. */
  public boolean hasLogs() {
    return logs.keySet().stream().anyMatch(log -> log > 0);
  }

  /** Totals of logs that are not counted one by one any more. */
  public LogTotals past() {
    return past;
  }

  /** Totals of all logs. */
  public LogTotals totals() {
    return logs.values().stream().map(LogMetrics::totals).reduce(past, LogTotals::plus);
  }
}
