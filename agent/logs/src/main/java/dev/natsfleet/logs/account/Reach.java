package dev.natsfleet.logs.account;

import java.util.SortedMap;

/** How far a receiver's files are in each generation of a log. */
public sealed interface Reach {

  /** Offset up to which a generation is there, of which so much was published. */
  long of(long generation, long published);

  /**
   * Ends of the generations that a journal remembers. Those before are there as a whole: a
   * generation begins only when the end of the one before it is there, or was given up.
   */
  record Known(SortedMap<Long, Long> ends) implements Reach {

    @Override
    public long of(long generation, long published) {
      long before = ends.isEmpty() ? generation + 1 : ends.firstKey();
      return generation < before ? published : ends.getOrDefault(generation, 0L);
    }
  }

  /** Nothing is there, and something may come. */
  record Nothing() implements Reach {

    @Override
    public long of(long generation, long published) {
      return 0;
    }
  }

  /**
   * The journal does not know the log, and the stream has nothing more: the log was silent for
   * longer than a journal remembers, or what is published of it was gone before the copy began.
   */
  record Forgotten() implements Reach {

    @Override
    public long of(long generation, long published) {
      return published;
    }
  }
}
