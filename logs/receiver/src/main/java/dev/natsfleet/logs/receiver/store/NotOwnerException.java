package dev.natsfleet.logs.receiver.store;

import java.io.IOException;
import java.io.Serial;

/** The partition may belong to another receiver by now: nothing more may be written. */
public final class NotOwnerException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  /** {@code why} names the partition, and says why it is not certain to be ours. */
  public NotOwnerException(String why) {
    super(why);
  }
}
