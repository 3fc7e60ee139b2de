package dev.natsfleet.logs.receiver.partition;

import dev.natsfleet.logs.protocol.audit.ReceivedOffsets;
import dev.natsfleet.logs.receiver.metrics.LogMetrics;
import dev.natsfleet.logs.receiver.store.LogState;
import dev.natsfleet.logs.receiver.store.PartitionStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a sequencer receives, log by log, and what a commit made durable of it. Feeds the
 * metrics and the index of offsets.
 */
final class CommitTally {

  private static final long NONE = -1;

  private final PartitionState state;
  private final PartitionStore store;
  private final List<CountedLog> uncommitted = new ArrayList<>();
  private final List<LogState> uncommittedLogs = new ArrayList<>();
  private @Nullable HostState lastHost;
  private CountedLog lastCounted = new CountedLog(new LogMetrics(0));
  private long lastLog = NONE;

  /** Begins where the store is: what was received before and is not durable comes again. */
  CommitTally(PartitionState state, PartitionStore store) {
    this.state = state;
    this.store = store;
    state.hosts().forEach(HostState::discardUncommitted);
    state.offsets().reset();
    if (store.hasHole()) {
      state.offsets().noteHole();
    }
    store.logs().forEach(this::indexOffsets);
  }

  /** The host with this name; the same as the last one in most cases. */
  HostState host(String name) {
    HostState host = lastHost;
    if (host == null || !host.name().equals(name)) {
      host = state.host(name);
      lastHost = host;
      lastLog = NONE;
    }
    return host;
  }

  /** The metrics of a log of which a record comes now. */
  LogMetrics log(String hostName, LogState log) {
    HostState host = host(hostName);
    if (lastLog != log.id()) {
      lastCounted = state.counted(host, log);
      lastLog = log.id();
    }
    if (lastCounted.touch()) {
      uncommitted.add(lastCounted);
      uncommittedLogs.add(log);
    }
    return lastCounted.metrics();
  }

  /** Everything that was received is durable. */
  void commit() {
    uncommitted.forEach(this::commit);
    uncommittedLogs.forEach(this::indexOffsets);
    uncommitted.clear();
    uncommittedLogs.clear();
  }

  /** Forgets logs that nobody mentions any more; indexes the others anew if they were too many. */
  void retain(long now) {
    boolean incomplete = state.offsets().known().isEmpty();
    Set<Long> stored = state.isNearlyFull() ? Set.of() : storedLogs();
    Set<Long> audited = state.retain(stored, now);
    lastHost = null;
    lastLog = NONE;
    if (incomplete) {
      Set<LogState> changing = new HashSet<>(uncommittedLogs);
      store
          .logs()
          .filter(log -> audited.contains(log.id()) && !changing.contains(log))
          .forEach(this::indexOffsets);
    }
  }

  private void commit(CountedLog log) {
    log.committed();
    state.metrics().add(log.metrics().commit());
  }

  private Set<Long> storedLogs() {
    return store.logs().map(LogState::id).collect(Collectors.toSet());
  }

  private void indexOffsets(LogState log) {
    state.offsets().put(log.id(), new ReceivedOffsets.Known(log.chain().ends()));
  }
}
