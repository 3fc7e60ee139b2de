package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.account.Entry;
import dev.natsfleet.logs.account.Reach;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/** How far the files of each log are; nobody knows before a store was open. */
final class Reached {

  private final int most;
  private final Map<Long, Reach.Known> known = new ConcurrentHashMap<>();
  private final Map<Long, Reach.Known> settled = new ConcurrentHashMap<>();
  private volatile boolean uncertain = true;

  /** Of so many logs. */
  Reached(int most) {
    this.most = most;
  }

  /** Forgets how far the files of logs are: a store says it anew. */
  void begin() {
    known.clear();
    uncertain = false;
  }

  /** Notes how far the files of a log are, unless there are too many logs. */
  void put(long log, Reach.Known reach) {
    uncertain |= !put(known, log, reach);
  }

  /** There are too many logs. */
  void overflow() {
    uncertain = true;
  }

  /** By the log's id; empty when there are too many logs, and before the first store. */
  Optional<Map<Long, Reach.Known>> known() {
    return uncertain ? Optional.empty() : Optional.of(known);
  }

  /** Whether logs are about to be too many. */
  boolean isTight() {
    return uncertain || known.size() > most / 2;
  }

  /**
   * A log of which the journal knows nothing. While nothing of it can be on its way, what is
   * published is there or was gone before: that much stays true when others wait.
   *
   * @param calm whether nothing can be on its way
   */
  Reach unknown(Entry entry, boolean calm) {
    if (!calm) {
      Reach once = settled.get(entry.log());
      return once == null ? new Reach.Nothing() : once;
    }
    TreeMap<Long, Long> published = new TreeMap<>();
    entry.extents().forEach(one -> published.put(one.generation(), one.published()));
    put(settled, entry.log(), new Reach.Known(published));
    return new Reach.Forgotten();
  }

  /** Keeps those that matter; there may be room for others then. */
  void retain(LongPredicate kept) {
    known.keySet().removeIf(log -> !kept.test(log));
    settled.keySet().removeIf(log -> !kept.test(log));
    uncertain = false;
  }

  private boolean put(Map<Long, Reach.Known> all, long log, Reach.Known reach) {
    boolean fits = all.size() < most || all.containsKey(log);
    if (fits) {
      all.put(log, reach);
    }
    return fits;
  }
}
