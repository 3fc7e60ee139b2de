package dev.natsfleet.logs.receive;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What one partition has done since the program began; outlives the stores of the partition. */
final class Counts {

  final LongAdder messages = new LongAdder();
  final LongAdder skipped = new LongAdder();
  final LongAdder duplicates = new LongAdder();
  final LongAdder trimmedBytes = new LongAdder();
  final LongAdder gaps = new LongAdder();
  final LongAdder missingBytes = new LongAdder();
  final LongAdder unknownGaps = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder commits = new LongAdder();
  final LongAdder commitNanos = new LongAdder();
  final LongAdder stalls = new LongAdder();
  private final Map<String, HostCounts> hosts = new ConcurrentSkipListMap<>();

  HostCounts host(String name) {
    return hosts.computeIfAbsent(name, HostCounts::new);
  }

  Iterable<HostCounts> hosts() {
    return hosts.values();
  }

  /** Lines and bytes of one host that went to its file, and when its last line was stored. */
  static final class HostCounts {

    final String host;
    final LongAdder lines = new LongAdder();
    final LongAdder bytes = new LongAdder();
    volatile long storedAt;
    volatile long sequence;
    volatile boolean refused;

    HostCounts(String host) {
      this.host = host;
    }
  }
}
