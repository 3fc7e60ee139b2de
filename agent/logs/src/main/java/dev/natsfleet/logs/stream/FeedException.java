package dev.natsfleet.logs.stream;

import java.io.Serial;

/** The stream cannot be read now: open another feed, later. */
public final class FeedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Says why. */
  public FeedException(String why, Throwable cause) {
    super(why, cause);
  }

  FeedException(String why) {
    super(why);
  }
}
