package dev.natsfleet.logs.shipper.read;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is known of paths: which of them are those of logs, and what a directory has. */
final class KnownPaths {

  private final TrackedLogs logs;
  private final LinkedLogs linked;

  /** With all logs, and those behind links; both change later. */
  KnownPaths(TrackedLogs logs, LinkedLogs linked) {
    this.logs = logs;
    this.linked = linked;
  }

  /** The log of this name; null when none is known. */
  @Nullable TrackedLog log(Path path) {
    return logs.find(path);
  }

  /** Whether a path is that of a log, or of the file behind its link. */
  boolean isKnown(Path path) {
    return log(path) != null || linked.find(path) != null;
  }

  /** Whether something has the name of a known log, as far as was seen. */
  boolean isPresent(Path path) {
    TrackedLog log = log(path);
    TrackedLog behind = log == null ? linked.find(path) : log;
    return behind != null && behind.absentSince() == 0;
  }

  /** Whether a name in this directory may be a link: it has had some, or had no log at all. */
  boolean mayHaveLinks(Path directory) {
    return linked.isDirectoryOfLinks(directory) || !hasLog(directory);
  }

  /** Whether a log is known to be, or to have been, in this directory. */
  boolean hasLog(Path directory) {
    return logs.directories().hasLog(directory);
  }

  /** Whether a log is known at any depth of a directory. */
  boolean hasLogBelow(Path directory) {
    return logs.directories().hasLogBelow(directory);
  }
}
