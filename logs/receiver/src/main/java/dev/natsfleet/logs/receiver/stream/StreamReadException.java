package dev.natsfleet.logs.receiver.stream;

import java.io.Serial;

/** The stream cannot be read now; another reader may be opened later. */
public final class StreamReadException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** {@code why} names the stream where the cause does not. */
  public StreamReadException(String why, Throwable cause) {
    super(why, cause);
  }

  StreamReadException(String why) {
    super(why);
  }
}
