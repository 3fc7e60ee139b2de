package dev.natsfleet.logs.publish;

import java.io.Serial;

/** It is not certain what the stream has: the session is over, and the next asks the stream. */
public final class Doubt extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Says what is in doubt. */
  public Doubt(String why) {
    super(why);
  }

  Doubt(String why, Throwable cause) {
    super(why, cause);
  }
}
