package dev.natsfleet.logs.tail;

import java.io.Serial;

/** A generation is nowhere to be found: not under its name, not rotated, not packed. */
public final class GoneException extends Exception {

  @Serial private static final long serialVersionUID = 1L;
}
