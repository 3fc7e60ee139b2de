package dev.natsfleet.logs.shipper.publish;

/**
 * How full a window is.
 *
 * @param messages in flight
 * @param maxMessages that may be in flight
 * @param bytes of files in flight
 * @param maxBytes that may be in flight
 */
public record InFlight(int messages, int maxMessages, long bytes, long maxBytes) {

  /** Nothing may be in flight while no session is open. */
  public static final InFlight NONE = new InFlight(0, 0, 0, 0);
}
