package dev.natsfleet.logs.receive;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What went through of one host, log by log, and when its last line was stored. */
final class HostCounts {

  /** Stands for logs that are too many to be counted one by one. */
  static final long OTHERS = -1;

  private static final long LONG_AGO = Duration.ofDays(1).toNanos();

  final String host;
  final Map<Long, Flow> logs = new ConcurrentHashMap<>();
  volatile long storedAt;
  volatile long sequence;
  volatile long purged;
  volatile boolean refused;
  volatile FlowStatus past = FlowStatus.NONE;
  private long heard;
  private long heardAt = System.nanoTime();

  HostCounts(String host) {
    this.host = host;
  }

  /** Counts silent logs together that nobody speaks of any more, and adds the others to a set. */
  void retain(Set<Long> spokenOf, Set<Long> kept) {
    logs.forEach(
        (log, flow) -> {
          boolean silent = flow.isSilent();
          if (log <= 0 || spokenOf.contains(log) || !silent) {
            kept.add(log);
          } else {
            past = past.plus(flow.status());
            logs.remove(log);
          }
        });
  }

  /** Whether nothing is left of it, neither in the stream, and it said nothing for a day. */
  boolean isGone(long now) {
    if (heard != sequence) {
      heard = sequence;
      heardAt = now;
    }
    return now - heardAt > LONG_AGO && purged >= sequence && isWithoutLogs();
  }

  private boolean isWithoutLogs() {
    return logs.keySet().stream().allMatch(log -> log <= 0);
  }

  /** What went through of it, all logs together. */
  FlowStatus all() {
    return logs.values().stream().map(Flow::status).reduce(past, FlowStatus::plus);
  }
}
