package dev.natsfleet.logs.receive;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
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
  volatile long lastCommitNanos;
  private final Map<String, HostCounts> hosts = new ConcurrentSkipListMap<>();
  private final Map<Long, SortedMap<Long, Long>> reached = new ConcurrentHashMap<>();

  HostCounts host(String name) {
    return hosts.computeIfAbsent(name, HostCounts::new);
  }

  /** A host, when something came of it. */
  Optional<HostCounts> find(String name) {
    return Optional.ofNullable(hosts.get(name));
  }

  Iterable<HostCounts> hosts() {
    return hosts.values();
  }

  /** How far the files of each log are; by the log's id. */
  Map<Long, SortedMap<Long, Long>> reached() {
    return reached;
  }

  /** What went through of one host, log by log, and when its last line was stored. */
  static final class HostCounts {

    final String host;
    final Map<Long, Flow> logs = new ConcurrentHashMap<>();
    volatile long storedAt;
    volatile long sequence;
    volatile boolean refused;

    HostCounts(String host) {
      this.host = host;
    }
  }
}
