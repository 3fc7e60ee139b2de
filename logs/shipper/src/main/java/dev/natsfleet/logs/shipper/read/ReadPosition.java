package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.Anchor;

/**
 * A position in a generation from which it can be read.
 *
 * @param offset of the next byte
 * @param anchor at the offset, or somewhat before it
 * @param cut whether the byte before the offset does not end a line
 */
public record ReadPosition(long offset, Anchor anchor, boolean cut) {

  /** Before the first byte. */
  public static final ReadPosition START = new ReadPosition(0, Anchor.NONE, false);
}
