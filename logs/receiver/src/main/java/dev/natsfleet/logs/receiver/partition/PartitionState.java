package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.receiver.audit.OffsetIndex;
import dev.natsfleet.logs.receiver.audit.ReportedLogs;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import dev.natsfleet.logs.receiver.metrics.LogTotals;
import dev.natsfleet.logs.receiver.metrics.PartitionMetrics;
import dev.natsfleet.logs.receiver.store.LogState;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/**
 * What this process knows of one partition; it outlives the partition's workers. Hosts and logs are
 * remembered up to a limit, and forgotten when nobody mentions them any more.
 */
public final class PartitionState {

  private final int maxLogs;
  private final ReportedLogs reported;
  private final LongSupplier clock;
  private final Map<String, HostState> hosts = new ConcurrentSkipListMap<>();
  private final PartitionMetrics metrics = new PartitionMetrics();
  private final OffsetIndex offsets;
  private volatile LogTotals past = LogTotals.NONE;
  private volatile String fault = "";
  private int countedLogs;
  private boolean illegalHostReported;

  /**
   * State that counts so many logs one by one.
   *
   * @param reported logs that shippers report now
   * @param clock monotonic
   */
  public PartitionState(int maxLogs, ReportedLogs reported, LongSupplier clock) {
    this.maxLogs = maxLogs;
    this.reported = reported;
    this.clock = clock;
    this.offsets = new OffsetIndex(maxLogs);
  }

  /** The host with this name, which is remembered from now on. */
  HostState host(String name) {
    return hosts.computeIfAbsent(name, this::newHost);
  }

  /** The host with this name; an empty one, which is not remembered, when nothing came of it. */
  public HostState findOrEmpty(String name) {
    HostState known = hosts.get(name);
    return known == null ? newHost(name) : known;
  }

  /** All hosts that are remembered. */
  public Collection<HostState> hosts() {
    return Collections.unmodifiableCollection(hosts.values());
  }

  /** Counts of the partition as a whole. */
  public PartitionMetrics metrics() {
    return metrics;
  }

  /** Why the partition cannot be started or written; empty when it can. */
  public String fault() {
    return fault;
  }

  /** The partition cannot be started or written. A stall counts once, when it begins. */
  public void stalled(String why) {
    if (fault.isEmpty()) {
      metrics.stalled();
    }
    fault = why;
  }

  /** The partition is written again, or is not ours any more. */
  public void stallEnded() {
    fault = "";
  }

  /** A group commit that began at {@code begunAt} has ended. */
  void committedSince(long begunAt) {
    metrics.committed(clock.getAsLong() - begunAt);
  }

  /** How far the files of each log are. */
  public OffsetIndex offsets() {
    return offsets;
  }

  /** Ids of the logs that shippers report. */
  Set<Long> reportedLogs() {
    return reported.ids();
  }

  /** Path of a log for those who read our log lines: "unknown" before anybody tells it. */
  String path(String host, long log) {
    String told = reported.path(host, log);
    String path = told.isEmpty() ? findOrEmpty(host).path(log) : told;
    return path.isEmpty() ? "unknown" : path;
  }

  /** Totals of hosts that are forgotten. */
  public LogTotals past() {
    return past;
  }

  /** Whether logs will soon be too many to be counted one by one. */
  boolean isNearlyFull() {
    return countedLogs > maxLogs / 2 || offsets.isNearlyFull();
  }

  /** Whether an illegal host name is the partition's first: only that one is logged. */
  boolean isFirstIllegalHost() {
    boolean first = !illegalHostReported;
    illegalHostReported = true;
    return first;
  }

  /** The counts of a log; logs beyond the limit share one. */
  CountedLog counted(HostState host, LogState log) {
    CountedLog known = host.log(log.id());
    if (known != null) {
      return known;
    }
    if (countedLogs >= maxLogs) {
      offsets.markIncomplete();
      return host.others();
    }
    countedLogs++;
    var ends = log.chain().ends();
    return host.count(log.id(), new LogMetrics(ends.isEmpty() ? 0 : ends.lastKey()));
  }

  /**
   * Forgets what nobody mentions any more: neither the journal, nor a shipper, nor a record since
   * the last time. A status is built before or after this, never meanwhile.
   *
   * @param stored logs that the journal remembers
   * @return logs that shippers report
   */
  synchronized Set<Long> retain(Set<Long> stored, long now) {
    Set<Long> audited = reported.ids();
    Set<Long> mentioned = new HashSet<>(audited);
    mentioned.addAll(stored);
    Set<Long> kept = new HashSet<>(mentioned);
    for (HostState host : List.copyOf(hosts.values())) {
      host.retain(mentioned, kept);
      if (host.isGone(now)) {
        past = past.plus(host.metrics().totals());
        hosts.remove(host.name());
      }
    }
    countedLogs = hosts.values().stream().mapToInt(HostState::logCount).sum();
    offsets.retain(kept::contains);
    return audited;
  }

  private HostState newHost(String name) {
    return new HostState(name, clock.getAsLong());
  }
}
