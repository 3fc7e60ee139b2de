package dev.natsfleet.logs.shipper.publish;

import java.io.Serial;

/** It is not certain what the stream has. The session ends, and the next one asks the stream. */
public final class PublishUncertainException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** With the reason, which is shown in the status. */
  public PublishUncertainException(String why) {
    super(why);
  }

  PublishUncertainException(String why, Throwable cause) {
    super(why, cause);
  }
}
