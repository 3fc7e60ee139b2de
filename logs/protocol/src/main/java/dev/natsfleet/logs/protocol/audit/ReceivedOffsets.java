package dev.natsfleet.logs.protocol.audit;

import java.util.Arrays;
import java.util.SortedMap;

/** How far a receiver's files are in each generation of a log. */
public sealed interface ReceivedOffsets {

  /** Offset up to which a generation is written, of which so many bytes were published. */
  long endOf(long generation, long published);

  /**
   * The ends of the generations that a journal remembers. Other generations before the newest are
   * written as a whole: a generation begins only when the one before it is complete or given up.
   */
  final class Known implements ReceivedOffsets {

    private final long[] generations;
    private final long[] ends;

    /** Keeps the ends in arrays, because there are many logs. */
    public Known(SortedMap<Long, Long> journal) {
      generations = journal.keySet().stream().mapToLong(Long::longValue).toArray();
      ends = journal.values().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public long endOf(long generation, long published) {
      int at = Arrays.binarySearch(generations, generation);
      if (at >= 0) {
        return ends[at];
      }
      int newer = generations.length - (-at - 1);
      return newer > 0 ? published : 0;
    }
  }

  /** Nothing is written, and something may come. */
  record Nothing() implements ReceivedOffsets {

    @Override
    public long endOf(long generation, long published) {
      return 0;
    }
  }

  /**
   * The journal does not know the log, and the stream has nothing more of it: the log was silent
   * for longer than a journal remembers, or its messages were gone before the copy began.
   */
  record Forgotten() implements ReceivedOffsets {

    @Override
    public long endOf(long generation, long published) {
      return published;
    }
  }
}
