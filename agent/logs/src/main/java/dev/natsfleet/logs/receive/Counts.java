package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Reach;
import dev.natsfleet.logs.store.LogBook;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What one partition has done since the program began; outlives the stores of the partition. */
final class Counts {

  /** Logs of a receiver with numbers of their own. */
  static final int MOST = 20_000;

  private static final long OTHERS = -1;

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
  private final int most;
  private int flows;
  private volatile boolean crowded;
  private final Map<String, HostCounts> hosts = new ConcurrentSkipListMap<>();
  private final Map<Long, Reach.Known> reached = new ConcurrentHashMap<>();

  /** Counts each of some thousand logs. */
  Counts() {
    this(MOST);
  }

  /** Counts each of so many logs. */
  Counts(int most) {
    this.most = most;
  }

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

  /** Forgets how far the files of logs are. */
  void begin() {
    reached.clear();
    crowded = false;
  }

  /** Notes how far the files of a log are, unless there are too many logs. */
  void reached(long log, Reach.Known reach) {
    if (reached.size() < most || reached.containsKey(log)) {
      reached.put(log, reach);
    } else {
      crowded = true;
    }
  }

  /** How far the files of each log are, by the log's id; empty when there are too many logs. */
  Optional<Map<Long, Reach.Known>> reached() {
    return crowded ? Optional.empty() : Optional.of(reached);
  }

  /** What went through of a log; those that are too many share one. */
  Flow flow(HostCounts host, LogBook log) {
    Flow known = host.logs.get(log.id());
    if (known != null) {
      return known;
    }
    if (flows >= most) {
      crowded = true;
      return host.logs.computeIfAbsent(OTHERS, id -> new Flow(Long.MAX_VALUE)); // never the next
    }
    flows++;
    var ends = log.chain().ends();
    Flow begun = new Flow(ends.isEmpty() ? 0 : ends.lastKey());
    host.logs.put(log.id(), begun);
    return begun;
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
