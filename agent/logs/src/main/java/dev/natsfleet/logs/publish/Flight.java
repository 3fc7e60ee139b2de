package dev.natsfleet.logs.publish;

/**
 * How much of a window is in use.
 *
 * @param messages in flight
 * @param maxMessages that may be
 * @param bytes of the files in flight
 * @param maxBytes that may be
 */
public record Flight(int messages, int maxMessages, long bytes, long maxBytes) {

  /** Nothing may be in flight while no session is open. */
  public static final Flight NONE = new Flight(0, 0, 0, 0);
}
