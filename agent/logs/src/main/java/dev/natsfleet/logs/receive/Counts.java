package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.store.LogBook;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What one partition has done since the program began; outlives the stores of the partition. */
final class Counts {

  /** Logs of a receiver with numbers of their own. */
  static final int MOST = 20_000;

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
  final Reached reached;
  private final int most;
  private final Supplier<Set<Long>> accounted;
  private final Map<String, HostCounts> hosts = new ConcurrentSkipListMap<>();
  private volatile FlowStatus past = FlowStatus.NONE;
  private int flows;

  /** Counts each of some thousand logs. */
  Counts() {
    this(MOST, Set::of);
  }

  /**
   * Counts each of so many logs.
   *
   * @param accounted logs of which shippers speak now
   */
  Counts(int most, Supplier<Set<Long>> accounted) {
    this.most = most;
    this.accounted = accounted;
    this.reached = new Reached(most);
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

  /** Of hosts that are gone. */
  FlowStatus past() {
    return past;
  }

  /** Whether logs are about to be too many to be counted one by one. */
  boolean isTight() {
    return flows > most / 2 || reached.isTight();
  }

  /** Faults that are durable. */
  void add(Faults durable) {
    duplicates.add(durable.duplicates);
    trimmedBytes.add(durable.trimmedBytes);
    gaps.add(durable.gaps);
    missingBytes.add(durable.lostBytes);
    unknownGaps.add(durable.unknownGaps);
  }

  /** What went through of a log; those that are too many share one. */
  Flow flow(HostCounts host, LogBook log) {
    Flow known = host.logs.get(log.id());
    if (known != null) {
      return known;
    }
    if (flows >= most) {
      reached.overflow();
      return host.logs.computeIfAbsent(
          HostCounts.OTHERS, id -> new Flow(Long.MAX_VALUE)); // never the next
    }
    flows++;
    var ends = log.chain().ends();
    Flow begun = new Flow(ends.isEmpty() ? 0 : ends.lastKey());
    host.logs.put(log.id(), begun);
    return begun;
  }

  /**
   * Counts together what nobody speaks of any more: neither the journal, nor a shipper, nor a
   * record since the last time. A status is made before or after, not meanwhile.
   *
   * @param stored logs that the journal remembers
   * @return logs of which shippers speak
   */
  synchronized Set<Long> retain(Set<Long> stored, long now) {
    Set<Long> said = accounted.get();
    Set<Long> spokenOf = new HashSet<>(said);
    spokenOf.addAll(stored);
    Set<Long> kept = new HashSet<>(spokenOf);
    for (HostCounts host : List.copyOf(hosts.values())) {
      host.retain(spokenOf, kept);
      if (host.isGone(now)) {
        past = past.plus(host.all());
        hosts.remove(host.host);
      }
    }
    flows = hosts.values().stream().mapToInt(host -> host.logs.size()).sum();
    reached.retain(kept::contains);
    return said;
  }
}
