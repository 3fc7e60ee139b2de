package dev.natsfleet.logs.receiver.stream;

import java.io.Serial;

/** The stream that exists would lose lines: names the setting, its value and the way out. */
public final class StreamRefusedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** {@code why} names the setting, its value and the way out. */
  public StreamRefusedException(String why) {
    super(why);
  }
}
