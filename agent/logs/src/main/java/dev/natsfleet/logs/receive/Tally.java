package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Reach;
import dev.natsfleet.logs.receive.Counts.HostCounts;
import dev.natsfleet.logs.store.LogBook;
import dev.natsfleet.logs.store.PartitionStore;
import dev.natsfleet.logs.stream.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts what an intake does, log by log, and what of it a commit has made durable. */
final class Tally {

  private static final long NONE = -1;

  private final Counts counts;
  private final List<Flow> open = new ArrayList<>();
  private final List<LogBook> logs = new ArrayList<>();
  private @Nullable HostCounts host;
  private Flow flow = new Flow(0);
  private long log = NONE;

  /** Begins where the store is: what was received before and is not durable comes again. */
  Tally(Counts counts, PartitionStore store) {
    this.counts = counts;
    counts.hosts().forEach(one -> one.logs.values().forEach(Flow::dropped));
    counts.begin();
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

  /** What went through of a log. */
  Flow flow(String name, LogBook book) {
    HostCounts of = host(name);
    if (log != book.id()) {
      flow = counts.flow(of, book);
      log = book.id();
    }
    return flow;
  }

  /** Lines and bytes of a log came in order. */
  void received(String name, LogBook book, long lines, long bytes) {
    Flow of = flow(name, book);
    if (of.isCommitted()) {
      open.add(of);
      logs.add(book);
    }
    of.received(lines, bytes);
  }

  /** What was received last has this place in the stream. */
  void stored(Delivery place) {
    HostCounts of = Objects.requireNonNull(host, "something was received");
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
    open.forEach(Flow::committed);
    logs.forEach(this::reached);
    open.clear();
    logs.clear();
  }

  private void reached(LogBook book) {
    counts.reached(book.id(), new Reach.Known(book.chain().ends()));
  }
}
