package dev.natsfleet.logs.store;

import java.io.IOException;
import java.io.Serial;

/** The partition belongs to another receiver by now: nothing more may be written. */
public final class NotOwnerException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** Says which partition, and why. */
  public NotOwnerException(String why) {
    super(why);
  }
}
