package dev.natsfleet.logs.receiver.audit;

import dev.natsfleet.logs.protocol.audit.LogAudit;
import dev.natsfleet.logs.protocol.audit.ReceivedOffsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/**
 * How far the output files of each log are, to be compared with what shippers report. Nothing is
 * known before a store was opened, nor while there are too many logs.
 */
public final class OffsetIndex {

  private final int maxLogs;
  private final Map<Long, ReceivedOffsets.Known> known = new ConcurrentHashMap<>();
  private final Map<Long, ReceivedOffsets.Known> publishedAtRest = new ConcurrentHashMap<>();
  private volatile boolean incomplete = true;
  private volatile boolean hole;

  /** An index of so many logs. */
  public OffsetIndex(int maxLogs) {
    this.maxLogs = maxLogs;
  }

  /** Forgets all offsets: a store that was opened puts them anew. */
  public void reset() {
    known.clear();
    incomplete = false;
    hole = false;
  }

  /** Puts how far the files of a log are, unless there are too many logs. */
  public void put(long log, ReceivedOffsets.Known offsets) {
    incomplete |= !put(known, log, offsets);
  }

  /** Notes that a log is left out because there are too many. */
  public void markIncomplete() {
    incomplete = true;
  }

  /** Notes that the stream had lost messages before they were read: logs may be in them. */
  public void noteHole() {
    hole = true;
  }

  /** Offsets by the log's id; empty when logs are left out, and before the first store. */
  public Optional<Map<Long, ReceivedOffsets.Known>> known() {
    return incomplete ? Optional.empty() : Optional.of(known);
  }

  /** Whether logs are left out, or soon will be. */
  public boolean isNearlyFull() {
    return incomplete || known.size() > maxLogs / 2;
  }

  /**
   * Offsets of a log that the journal does not know. While no message can be on its way, everything
   * that was published is in the files, or was gone before the copy began; that much stays true
   * when messages wait again. After a hole in the stream it may have been in the hole instead: then
   * nothing is there.
   *
   * @param idle whether no message can be on its way
   */
  public ReceivedOffsets offsetsWithoutJournal(LogAudit audit, boolean idle) {
    if (!idle || hole) {
      ReceivedOffsets atRest = publishedAtRest.get(audit.log());
      return atRest == null ? new ReceivedOffsets.Nothing() : atRest;
    }
    TreeMap<Long, Long> published = new TreeMap<>();
    audit.extents().forEach(extent -> published.put(extent.generation(), extent.published()));
    put(publishedAtRest, audit.log(), new ReceivedOffsets.Known(published));
    return new ReceivedOffsets.Forgotten();
  }

  /** Removes other logs; there may be room for those that were left out. */
  public void retain(LongPredicate kept) {
    known.keySet().removeIf(log -> !kept.test(log));
    publishedAtRest.keySet().removeIf(log -> !kept.test(log));
    incomplete = false;
  }

  private boolean put(
      Map<Long, ReceivedOffsets.Known> all, long log, ReceivedOffsets.Known offsets) {
    boolean fits = all.size() < maxLogs || all.containsKey(log);
    if (fits) {
      all.put(log, offsets);
    }
    return fits;
  }
}
