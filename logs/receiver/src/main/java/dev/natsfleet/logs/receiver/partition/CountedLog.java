package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.metrics.LogMetrics;

/**
 * A log that this process remembers: whether a record of it came since the last commit, and since
 * it was asked for silent logs. Its counts are written only. One thread uses it.
 */
final class CountedLog {

  private final LogMetrics metrics;
  private boolean uncommitted;
  private boolean active;

  CountedLog(LogMetrics metrics) {
    this.metrics = metrics;
  }

  /** What was received of it. */
  LogMetrics metrics() {
    return metrics;
  }

  /** Notes that a record comes; gives whether it is the first since the last commit. */
  boolean touch() {
    boolean first = !uncommitted;
    uncommitted = true;
    active = true;
    return first;
  }

  /** What came since the last commit is durable. */
  void committed() {
    uncommitted = false;
  }

  /** Forgets what came since the last commit: it is read again. */
  void discardUncommitted() {
    uncommitted = false;
    metrics.discardUncommitted();
  }

  /** Whether nothing came since the last commit, nor since this was asked last. */
  boolean isSilent() {
    boolean silent = !uncommitted && !active;
    active = false;
    return silent;
  }
}
