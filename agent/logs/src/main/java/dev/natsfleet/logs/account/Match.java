package dev.natsfleet.logs.account;

/**
 * A log as its shipper counts it, held against what a receiver has of it, in bytes: {@code read =
 * written + lost + missing}. All four meet at rest.
 *
 * @param read by the shipper
 * @param published acknowledged by the stream
 * @param stored received in order by the receiver
 * @param written committed by the receiver
 * @param lost that the receiver has given up since it started
 * @param missing that are on their way, or should be
 */
public record Match(long read, long published, long stored, long written, long lost, long missing) {

  /** No log at all. */
  public static final Match NONE = new Match(0, 0, 0, 0, 0, 0);

  /**
   * Holds an account against what is there. What a receiver has beyond an account that is some
   * seconds old does not count.
   *
   * @param entry of the shipper
   * @param reach how far the receiver's files are
   * @param uncommitted bytes received in order and not committed
   * @param lost bytes that the receiver has given up: its files are behind them, without them
   */
  public static Match of(Entry entry, Reach reach, long uncommitted, long lost) {
    long there =
        entry.forgotten()
            + entry.extents().stream()
                .mapToLong(one -> Math.min(one.read(), reach.of(one.generation(), one.published())))
                .sum();
    long read = entry.read();
    long gone = Math.min(lost, there);
    long stored = Math.min(read, there + uncommitted) - gone;
    return new Match(read, entry.published(), stored, there - gone, gone, read - there);
  }

  /** Both together. */
  public Match plus(Match other) {
    return new Match(
        read + other.read,
        published + other.published,
        stored + other.stored,
        written + other.written,
        lost + other.lost,
        missing + other.missing);
  }
}
