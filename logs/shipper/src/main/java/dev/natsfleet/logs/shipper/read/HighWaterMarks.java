package dev.natsfleet.logs.shipper.read;

import java.util.Arrays;

/**
 * The largest offset that was sent of each of the last generations of a log. Small, because there
 * are many logs.
 */
final class HighWaterMarks {

  private static final int PAIR = 2;
  private static final int KEPT = 16 * PAIR;

  private static final long[] NONE = new long[0];

  private long[] pairs = NONE;

  /** Notes bytes that were sent; returns how many of them were sent before. */
  long sent(long generation, long start, long bytes) {
    int at = find(generation);
    if (at < 0) {
      add(generation, start + bytes);
      return 0;
    }
    long again = Math.clamp(pairs[at + 1] - start, 0, bytes);
    pairs[at + 1] = Math.max(pairs[at + 1], start + bytes);
    return again;
  }

  private int find(long generation) {
    int at = pairs.length - PAIR;
    while (at >= 0 && pairs[at] != generation) {
      at -= PAIR;
    }
    return at;
  }

  private void add(long generation, long end) {
    int from = pairs.length == KEPT ? PAIR : 0;
    int kept = pairs.length - from;
    pairs = Arrays.copyOfRange(pairs, from, from + kept + PAIR);
    pairs[kept] = generation;
    pairs[kept + 1] = end;
  }
}
