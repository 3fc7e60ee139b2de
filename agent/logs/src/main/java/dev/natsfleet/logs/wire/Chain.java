package dev.natsfleet.logs.wire;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule by which records of one file join: each begins where the one before ended, and a new
 * generation begins where the old one's end is known. Remembers the ends of the last generations,
 * because a writer may append to a file after it was rotated. Used by receivers for what they write
 * and by shippers for what a stream holds.
 */
public final class Chain {

  private static final int GENERATIONS = 8;
  private static final Verdict DUPLICATE = new Verdict.Duplicate();
  private static final Verdict APPEND = new Verdict.Append(0, 0);

  private final TreeMap<Long, Long> ends = new TreeMap<>();

  /** Puts the end of a generation that is known to be there, for example from a journal. */
  public void restore(long generation, long end) {
    ends.put(generation, end);
    while (ends.size() > GENERATIONS) {
      ends.pollFirstEntry();
    }
  }

  /** The ends of the generations that are remembered, oldest first; a copy. */
  public SortedMap<Long, Long> ends() {
    return new TreeMap<>(ends);
  }

  /**
   * How the record joins; changes nothing. The very first record of a file joins anywhere, unless
   * the file's beginning was on its way at the same time.
   */
  public Verdict judge(RecordHeader header, Optional<Opening> opening) {
    Long end = ends.get(header.generation());
    if (end != null) {
      return within(header, end);
    }
    if (ends.isEmpty()) {
      return header.has(Flags.EARLY) ? new Verdict.Gap(header.generation(), 0) : APPEND;
    }
    return header.generation() < ends.lastKey() ? DUPLICATE : next(header, opening);
  }

  /** Notes that a record which was judged {@link Verdict.Append} is there. */
  public void append(RecordHeader header) {
    restore(header.generation(), header.end());
  }

  private static Verdict within(RecordHeader header, long end) {
    if (header.start() == end) {
      return APPEND;
    }
    if (header.start() > end) {
      return new Verdict.Gap(header.generation(), end);
    }
    return header.end() <= end
        ? DUPLICATE
        : new Verdict.Append(Math.toIntExact(end - header.start()), 0);
  }

  private Verdict next(RecordHeader header, Optional<Opening> opening) {
    long generation = ends.lastKey();
    long end = ends.lastEntry().getValue();
    if (header.start() > 0 || opening.isEmpty()) {
      return new Verdict.Gap(header.generation(), 0);
    }
    Opening past = opening.get();
    boolean known =
        past.previous() == generation ? past.end() <= end : past.previous() < generation;
    return known ? new Verdict.Append(0, past.lost()) : new Verdict.Gap(generation, end);
  }
}
