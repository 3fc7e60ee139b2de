package dev.natsfleet.logs.receiver.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was received of one host, log by log, and when its last line was stored. */
public final class HostMetrics {

  /** Stands for logs that are too many to be counted one by one. */
  public static final long OTHERS = -1;

  private final Map<Long, LogMetrics> logs = new ConcurrentHashMap<>();
  private volatile long storedAt;
  private volatile LogTotals past = LogTotals.NONE;

  /** Begins to count a log by itself. */
  public void add(long log, LogMetrics metrics) {
    logs.put(log, metrics);
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

  /** Adds the log's counts to those of the past. */
  public void remove(long log) {
    LogMetrics removed = logs.get(log);
    if (removed != null) {
      past = past.plus(removed.totals());
      logs.remove(log);
    }
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
