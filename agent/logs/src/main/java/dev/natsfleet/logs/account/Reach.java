package dev.natsfleet.logs.account;

import java.util.Arrays;
import java.util.SortedMap;

/** How far a receiver's files are in each generation of a log. */
public sealed interface Reach {

  /** Offset up to which a generation is there, of which so much was published. */
  long of(long generation, long published);

  /**
   * Ends of the generations that a journal remembers. Others before the newest are there as a
   * whole: a generation begins only when the end of the one before it is there, or was given up.
   */
  final class Known implements Reach {

    private final long[] generations;
    private final long[] ends;

    /** Keeps them in little room: there are many logs. */
    public Known(SortedMap<Long, Long> journal) {
      generations = journal.keySet().stream().mapToLong(Long::longValue).toArray();
      ends = journal.values().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public long of(long generation, long published) {
      int at = Arrays.binarySearch(generations, generation);
      if (at >= 0) {
        return ends[at];
      }
      int newer = generations.length - (-at - 1);
      return newer > 0 ? published : 0;
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
