package dev.natsfleet.logs.protocol.record;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule by which the records of one log join: each begins where the one before ended, and a new
 * generation begins when the old one is complete. Remembers the ends of the last generations,
 * because a writer may append to a file after it was rotated. Receivers apply it to what they
 * write, shippers to what a stream holds.
 */
public final class OffsetChain {

  private static final int GENERATIONS = 8;
  private static final JoinResult DUPLICATE = new JoinResult.Duplicate();
  private static final JoinResult APPEND = new JoinResult.Append(0, 0);

  private final TreeMap<Long, Long> ends = new TreeMap<>();

  /** Sets the end of a generation that is known to be written, for example from a journal. */
  public void restore(long generation, long end) {
    ends.put(generation, end);
    while (ends.size() > GENERATIONS) {
      ends.pollFirstEntry();
    }
  }

  /** Whether nothing of the log is known to be written. */
  public boolean isEmpty() {
    return ends.isEmpty();
  }

  /** The newest generation that is remembered; 0 when none is. */
  public long newest() {
    return ends.isEmpty() ? 0 : ends.lastKey();
  }

  /** The ends of the generations that are remembered, oldest first; a copy. */
  public SortedMap<Long, Long> ends() {
    return new TreeMap<>(ends);
  }

  /**
   * How the record joins; changes nothing. The very first record of a log joins at any offset,
   * unless it was sent before the log's beginning was acknowledged; what it says to be lost before
   * it is lost.
   */
  public JoinResult judge(RecordHeader header, Optional<GenerationStart> start) {
    Long end = ends.get(header.generation());
    if (end != null) {
      return within(header, end);
    }
    if (ends.isEmpty()) {
      return first(header, start);
    }
    return header.generation() < ends.lastKey() ? DUPLICATE : next(header, start);
  }

  /** Notes that a record which was judged {@link JoinResult.Append} is written. */
  public void append(RecordHeader header) {
    restore(header.generation(), header.end());
  }

  private static JoinResult first(RecordHeader header, Optional<GenerationStart> start) {
    if (start.isPresent()) {
      return new JoinResult.Append(0, start.get().lost());
    }
    return header.has(RecordFlags.EARLY) ? new JoinResult.Gap(header.generation(), 0) : APPEND;
  }

  private static JoinResult within(RecordHeader header, long end) {
    if (header.start() == end) {
      return APPEND;
    }
    if (header.start() > end) {
      return new JoinResult.Gap(header.generation(), end);
    }
    return header.end() <= end
        ? DUPLICATE
        : new JoinResult.Append(Math.toIntExact(end - header.start()), 0);
  }

  private JoinResult next(RecordHeader header, Optional<GenerationStart> start) {
    long generation = ends.lastKey();
    long end = ends.lastEntry().getValue();
    if (header.start() > 0 || start.isEmpty()) {
      return new JoinResult.Gap(header.generation(), 0);
    }
    GenerationStart past = start.get();
    boolean known =
        past.previous() == generation ? past.end() <= end : past.previous() < generation;
    return known ? new JoinResult.Append(0, past.lost()) : new JoinResult.Gap(generation, end);
  }
}
