package dev.natsfleet.logs.receiver.stream;

/**
 * A position in a stream.
 *
 * @param sequence of the last message that need not be read again; 0 before the first
 * @param time when the stream took that message, in nanoseconds since 1970 by the server's clock;
 *     of a new copy's beginning, when the stream was created; 0 when it is not known
 */
public record StreamPosition(long sequence, long time) {

  private static final long CLOCK_SKEW = 60_000_000_000L;

  /** Before the first message. */
  public static final StreamPosition START = new StreamPosition(0, 0);

  /**
   * Whether another position is further on. Sequences tell, unless the stream was made anew between
   * the two. Then times tell, on which the leaders of one stream agree within a minute.
   */
  public boolean isBefore(StreamPosition other) {
    long later = time == 0 || other.time == 0 ? 0 : other.time - time;
    return Math.abs(later) > CLOCK_SKEW ? later > 0 : sequence < other.sequence;
  }
}
