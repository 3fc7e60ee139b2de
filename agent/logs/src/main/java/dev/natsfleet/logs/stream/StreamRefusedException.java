package dev.natsfleet.logs.stream;

import java.io.Serial;

/** A stream that exists would lose or repeat lines; says which of its settings, and the way out. */
public final class StreamRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Names the field and the value. */
  public StreamRefusedException(String why) {
    super(why);
  }
}
