package dev.natsfleet.logs.tail;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/** Closes what was only read: a failure says nothing about the bytes. */
final class Closing {

  private Closing() {}

  static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(Closing.class).atDebug().setCause(e).log("closing a file failed");
    }
  }
}
