package dev.natsfleet.logs.store;

/**
 * A place in a stream.
 *
 * @param sequence of the last message that need not be read again; 0 before the first
 * @param time when the stream took that message, in nanoseconds since 1970 by the server's clock
 */
public record Position(long sequence, long time) {

  private static final long SKEW = 60_000_000_000L;

  /** Before the first message. */
  public static final Position START = new Position(0, 0);

  /**
   * Whether another place is further on. Sequences say so, unless the stream was made anew between
   * the two: then it is the time, which leaders of one stream know to a minute.
   */
  public boolean isBefore(Position other) {
    long later = time == 0 || other.time == 0 ? 0 : other.time - time;
    return Math.abs(later) > SKEW ? later > 0 : sequence < other.sequence;
  }
}
