package dev.natsfleet.logs.shipper.read;

import java.io.Serial;

/** No file of a generation was found: not under its name, not rotated, not packed. */
public final class GoneException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** It happens to many files at once, and often: without a stack trace. */
  public GoneException() {
    super("", null, false, false);
  }
}
