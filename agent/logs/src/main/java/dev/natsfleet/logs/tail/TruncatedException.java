package dev.natsfleet.logs.tail;

import java.io.Serial;

/** The bytes before the offset are not what they were: the file was truncated, or is another. */
public final class TruncatedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;
}
