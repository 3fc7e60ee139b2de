package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at files, of which some fail: that is told once, and does not keep the others waiting. */
final class FileAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);
  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "file cannot be looked at; other files are shipped, and each scan tries again",
          "file can be looked at again");

  private final FailureLog failures = new FailureLog(LOG, "path", MESSAGES);
  private final Set<Object> failing = new HashSet<>();
  private final RescanClock rescans;
  private Set<Object> failed = Set.of();
  private boolean anyFailing;

  FileAttempts(RescanClock rescans) {
    this.rescans = rescans;
  }

  /** Something to do with a file. */
  interface FileAttempt {
    void run() throws IOException;
  }

  /** What fails for one file is told once, and does not keep the others from being shipped. */
  void run(Object subject, FileAttempt attempt) {
    try {
      attempt.run();
      if (anyFailing && failures.isFailing(subject)) {
        failures.succeeded(subject);
      }
    } catch (NoSuchFileException e) {
      rescans.request(); // it was rotated further meanwhile
      LOG.atDebug().addKeyValue("path", subject).setCause(e).log("path changed; will look again");
    } catch (IOException e) {
      failed(subject, FileFailure.of(e));
    }
  }

  /** Tells that a file cannot be shipped. */
  void failed(Object subject, String why) {
    anyFailing = true;
    failing.add(subject);
    failures.failed(subject, why);
  }

  /** All files were tried: forgets failures of those that are no more. */
  void scanned() {
    anyFailing = !failing.isEmpty();
    failures.retain(failing);
    failed = Set.copyOf(failing);
    failing.clear();
  }

  /** What failed before all files were tried last. */
  Set<Object> failing() {
    return failed;
  }
}
