package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Reach;
import dev.natsfleet.logs.store.LogBook;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what an intake does, log by log, and what of it a commit has made durable. */
final class Tally {

  private static final long NONE = -1;

  private final Counts counts;
  private final PartitionStore store;
  private final List<Flow> open = new ArrayList<>();
  private final List<LogBook> logs = new ArrayList<>();
  private @Nullable HostCounts host;
  private Flow flow = new Flow(0);
  private long log = NONE;

  /** Begins where the store is: what was received before and is not durable comes again. */
  Tally(Counts counts, PartitionStore store) {
    this.counts = counts;
    this.store = store;
    counts.hosts().forEach(one -> one.logs.values().forEach(Flow::dropped));
    counts.reached.begin();
    store.logs().forEach(this::reached);
  }

  /** The host with this name; the same as the last one in most cases. */
  HostCounts host(String name) {
    HostCounts last = host;
    if (last == null || !last.host.equals(name)) {
      last = counts.host(name);
      host = last;
      log = NONE;
    }
    return last;
  }

  /** What went through of a log, of which something comes now. */
  Flow flow(String name, LogBook book) {
    HostCounts of = host(name);
    if (log != book.id()) {
      flow = counts.flow(of, book);
      log = book.id();
    }
    if (flow.begin()) {
      open.add(flow);
      logs.add(book);
    }
    return flow;
  }

  /** Lines and bytes of a log came in order. */
  void received(String name, LogBook book, long lines, long bytes) {
    flow(name, book).received(lines, bytes);
  }

  /** What was received last has this place in the stream. */
  void stored(String name, Delivery place) {
    HostCounts of = host(name);
    of.storedAt = place.time();
    of.sequence = place.sequence();
  }

  /** What was received last is of a generation, without bytes that were there already. */
  void joined(long generation, int trimmed) {
    flow.joined(generation, trimmed);
  }

  /** What was received last is of a log with this name. */
  void named(String path) {
    flow.path(path);
  }

  /** Everything that was received is durable. */
  void committed() {
    open.forEach(one -> counts.add(one.committed()));
    logs.forEach(this::reached);
    open.clear();
    logs.clear();
  }

  /** Lets go of logs that nobody speaks of any more; where they were too many, looks anew. */
  void retain(long now) {
    boolean crowded = counts.reached.known().isEmpty();
    Set<Long> said = counts.retain(counts.isTight() ? Set.of() : stored(), now);
    host = null;
    log = NONE;
    if (crowded) {
      Set<LogBook> moving = new HashSet<>(logs);
      store
          .logs()
          .filter(book -> said.contains(book.id()) && !moving.contains(book))
          .forEach(this::reached);
    }
  }

  private Set<Long> stored() {
    return store.logs().map(LogBook::id).collect(Collectors.toSet());
  }

  private void reached(LogBook book) {
    counts.reached.put(book.id(), new Reach.Known(book.chain().ends()));
  }
}
