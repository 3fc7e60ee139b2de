package dev.natsfleet.logs.shipper.read;

import java.io.Serial;

/** The bytes before the offset have changed: the file was truncated, or is another one. */
public final class TruncatedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;
}
