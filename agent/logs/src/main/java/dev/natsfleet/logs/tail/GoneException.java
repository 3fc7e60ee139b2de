package dev.natsfleet.logs.tail;

import java.io.Serial;

/** A generation is nowhere to be found: not under its name, not rotated, not packed. */
public final class GoneException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** It happens to many files at once, and often: without a stack trace. */
  public GoneException() {
    super("", null, false, false);
  }
}
