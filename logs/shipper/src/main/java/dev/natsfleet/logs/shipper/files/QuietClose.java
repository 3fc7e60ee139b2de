package dev.natsfleet.logs.shipper.files;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/** Closes files that were only read: a failure to close one does not concern its bytes. */
public final class QuietClose {

  private QuietClose() {}

  /** Closes a file; a failure is logged. */
  public static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(QuietClose.class).atDebug().setCause(e).log("closing a file failed");
    }
  }
}
