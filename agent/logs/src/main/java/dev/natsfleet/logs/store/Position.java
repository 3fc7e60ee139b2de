package dev.natsfleet.logs.store;

/**
 * A place in a stream.
 *
 * @param sequence of the last message that need not be read again; 0 before the first
 * @param time when the stream took that message, in nanoseconds since 1970 by the server's clock
 */
public record Position(long sequence, long time) {

  /** Before the first message. */
  public static final Position START = new Position(0, 0);
}
