package dev.natsfleet.logs.shipper.read;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The logs that are known, by the keys of their names, in the order of discovery. */
final class TrackedLogs {

  private final Map<Object, TrackedLog> logs = new LinkedHashMap<>();
  private final Set<TrackedLog> active = new LinkedHashSet<>();
  private final LogDirectories directories = new LogDirectories();
  private final LogCounters others = new LogCounters();

  TrackedLog add(long id, Path path) {
    TrackedLog log = new TrackedLog(new LogName(id, path));
    if (logs.put(log.name().key(), log) == null) {
      directories.add(log.path());
    }
    active.add(log);
    return log;
  }

  /** Forgets a log, and keeps what it counted. */
  void remove(TrackedLog log) {
    if (logs.remove(log.name().key()) != null) {
      directories.remove(log.path());
    }
    active.remove(log);
    others.add(log.counters());
  }

  @Nullable TrackedLog find(Path path) {
    return logs.get(LogName.key(path));
  }

  @Nullable TrackedLog find(LogName name) {
    return logs.get(name.key());
  }

  Collection<TrackedLog> all() {
    return logs.values();
  }

  /** In which directories they stand. */
  LogDirectories directories() {
    return directories;
  }

  /** Those that may have something to read. */
  Set<TrackedLog> active() {
    return active;
  }

  /** All as they are now, by their ids; made for the caller. */
  Map<Long, TrackedLog> byId() {
    Map<Long, TrackedLog> byId = HashMap.newHashMap(logs.size());
    logs.values().forEach(log -> byId.put(log.id(), log));
    return byId;
  }

  List<Generation> generations() {
    return logs.values().stream().flatMap(log -> log.generations().stream()).toList();
  }

  /**
   * The counters of what no known log has: of forgotten logs, and of files that never became one.
   */
  LogCounters others() {
    return others;
  }

  /** The counters of everything; made for the caller. */
  LogCounters total() {
    LogCounters total = new LogCounters();
    total.add(others);
    logs.values().forEach(log -> total.add(log.counters()));
    return total;
  }
}
