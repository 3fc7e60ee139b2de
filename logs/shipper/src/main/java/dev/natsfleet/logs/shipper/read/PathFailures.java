package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** What fails for one file is told once, and does not keep the others from being shipped. */
final class PathFailures {

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "file cannot be looked at; other files are shipped, and each scan tries again",
          "file can be looked at again");

  private final FailureLog failures =
      new FailureLog(LoggerFactory.getLogger(Catalog.class), "path", MESSAGES);
  private final Set<Object> failing = new HashSet<>();
  private boolean troubled;

  void succeeded(Object subject) {
    if (troubled && failures.isFailing(subject)) {
      failures.succeeded(subject);
    }
  }

  void failed(Object subject, IOException why) {
    troubled = true;
    failing.add(subject);
    failures.failed(subject, FileFailure.of(why));
  }

  /** Forgets what has not failed since the scan before. */
  void scanned() {
    troubled = !failing.isEmpty();
    failures.retain(failing);
    failing.clear();
  }
}
