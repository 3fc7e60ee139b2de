package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.Globs;
import dev.natsfleet.logs.shipper.files.PathChange;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that were made and are gone before they could be read. Only the kernel's watch has told of
 * them, so nobody knows what was in them. A file that was made and never written to is no loss; a
 * link is one, because what it led to may have had lines, and so is a directory that a pattern
 * leads through, and that stands beside no log. What was renamed to the name of a log is none: it
 * is read there. A path is judged when it is known what became of it in its directory, or when
 * nothing is told of that any more, since the events of one rename may come at two looks; else
 * after three looks. A log that is known already is left out: the kernel may tell late of a write
 * before its file went. A file that was seen, and was gone when it was opened, is one of them.
 */
final class VanishedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(VanishedFiles.class);
  private static final int MOST_LOOKS = 3;
  private static final long DANGLING = 10_000_000_000L;
  private static final long LATE = 50_000_000L; // a write is told a little after it
  private static final long UNREAD =
      1_000_000_000L; // the kernel has told by then what became of it

  private final RecentPaths told = new RecentPaths();
  private final RecentPaths lost = new RecentPaths();
  private final Globs globs;
  private final KnownPaths known;
  private final Map<Path, PathTrace> traces = new HashMap<>();
  private final Map<Path, PathTrace> lastGone = new HashMap<>();
  private List<PathTrace> open = new ArrayList<>();
  private long scans;

  VanishedFiles(Globs globs, KnownPaths known) {
    this.globs = globs;
    this.known = known;
  }

  /** Notes what the kernel tells of a path, in the order of the changes. */
  void note(Path path, PathChange change, long now) {
    PathTrace before = traces.get(path);
    switch (change) {
      case MADE -> make(path, before, now);
      case WRITTEN -> {
        if (before != null || !known.isKnown(path)) {
          (before == null ? begin(path, now) : before).write();
        }
      }
      case GONE -> {
        PathTrace trace = before == null ? begin(path, now) : before;
        trace.go();
        lastGone.put(trace.directory(), trace);
      }
    }
  }

  /**
   * Notes that a file was seen under a name, and could not be opened any more, because it is gone.
   *
   * @param bytes whether it may have had any
   */
  void noteUnread(Path path, FileKey file, boolean bytes, long now) {
    PathTrace before = traces.get(path);
    (before == null || before.isGone() ? begin(path, now) : before).see(file, bytes);
  }

  private void make(Path path, @Nullable PathTrace before, long now) {
    if (before != null && before.unread() != null && !before.isMade() && !before.isGone()) {
      before.make(false, lastGone.remove(before.directory())); // it was seen before it was told
      return;
    }
    boolean over = before == null ? known.isKnown(path) && known.isPresent(path) : !before.isGone();
    if (before != null) {
      before.go();
    }
    PathTrace trace = begin(path, now);
    trace.make(over, lastGone.remove(trace.directory()));
  }

  private PathTrace begin(Path path, long now) {
    PathTrace trace = new PathTrace(path, now, scans);
    traces.put(path, trace);
    open.add(trace);
    return trace;
  }

  /** All names were looked at: a directory that is there has been looked into. */
  void noteScan() {
    scans++;
  }

  /**
   * Whether a loss was counted for a path; it is told in the first record of the next log there.
   */
  boolean takeLoss(Path path) {
    return lost.remove(path);
  }

  /** Keeps a loss that was taken, since the log has not begun there after all. */
  void keepLoss(Path path) {
    lost.add(path);
  }

  /**
   * Counts an unknown loss for each path that is gone, when it is known that it is.
   *
   * @param touched of what the kernel has told since the last look
   */
  void judge(Set<Path> touched, LogCounters counters, long now) {
    if (open.isEmpty()) {
      return;
    }
    Set<Path> busy = touched.stream().map(Path::getParent).collect(Collectors.toSet());
    lastGone.keySet().retainAll(busy);
    List<PathTrace> next = new ArrayList<>();
    for (PathTrace trace : open) {
      boolean waiting = false;
      try {
        waiting = isWaiting(trace, busy, now);
        if (!waiting && isLost(trace)) {
          count(trace.path(), counters);
        }
      } catch (IOException e) {
        waiting = true; // one that cannot be looked at is not known to be gone
      }
      if (waiting) {
        next.add(trace);
      }
    }
    open = next;
    traces.values().retainAll(new HashSet<>(open));
  }

  /** Whether it is to be judged at a later look. */
  private boolean isWaiting(PathTrace trace, Set<Path> busy, long now) throws IOException {
    if (isFollowed(trace)) {
      PathTrace next = trace.successor();
      return next != null && next.mayBeWritten() && next.age(now) < LATE;
    }
    boolean replaced = traces.get(trace.path()) != trace;
    if (replaced || trace.isGone() || !(isLog(trace) || isDirectory(trace))) {
      return isLastGone(trace) && isUndecided(trace, busy);
    }
    BasicFileAttributes attributes = FileProbe.attributes(trace.path());
    if (attributes != null) {
      return attributes.isDirectory()
          ? isDirectory(trace) && !trace.isBefore(scans)
          : isUnlooked(trace);
    }
    if (Files.isSymbolicLink(trace.path())) {
      return trace.age(now) < DANGLING && Files.isDirectory(target(trace.path()));
    }
    return trace.unread() == null ? isUndecided(trace, busy) : trace.age(now) < UNREAD;
  }

  /** Whether a file is there that is looked at next, and may be gone by then. */
  private boolean isUnlooked(PathTrace trace) {
    return !known.isKnown(trace.path()) && trace.nextLook() == 0;
  }

  /** Whether nothing was made in its directory since it went. */
  private boolean isLastGone(PathTrace trace) {
    return lastGone.get(trace.directory()) == trace;
  }

  private static boolean isUndecided(PathTrace trace, Set<Path> busy) {
    return busy.contains(trace.directory()) && trace.nextLook() < MOST_LOOKS;
  }

  /** The directory that a link leads to. */
  private static Path target(Path link) throws IOException {
    Path target = link.resolveSibling(Files.readSymbolicLink(link));
    return Objects.requireNonNullElse(target.getParent(), target);
  }

  private boolean isLost(PathTrace trace) throws IOException {
    FileKey unread = trace.unread();
    boolean mayBeGone = traces.get(trace.path()) != trace || trace.isGone();
    if (unread == null) {
      return !known.isKnown(trace.path())
          && (isLog(trace) || isDirectory(trace))
          && (mayBeGone || FileProbe.attributes(trace.path()) == null)
          && !isFollowed(trace);
    }
    return isLog(trace)
        && (mayBeGone || !FileProbe.isAt(trace.path(), unread))
        && !isFollowed(trace);
  }

  private boolean isLog(PathTrace trace) {
    return globs.isMatch(trace.path())
        && (trace.hasBytes()
            || trace.hasUnreadBytes()
            || (trace.isMade() && known.mayHaveLinks(trace.directory())));
  }

  private boolean isDirectory(PathTrace trace) {
    return trace.isMade()
        && !trace.hasBytes()
        && globs.isDirectoryOfLogs(trace.path())
        && (trace.hasBeenDirectory() || globs.isNameOfDirectory(trace.path()))
        && !known.hasLog(trace.directory())
        && !known.hasLogBelow(trace.path());
  }

  /** Whether it was renamed to a name under which it is read, or told when it is gone. */
  private boolean isFollowed(PathTrace trace) throws IOException {
    PathTrace next = trace.successor();
    return next == null ? isMoved(trace) : isRenamed(trace, next);
  }

  private boolean isRenamed(PathTrace trace, PathTrace next) throws IOException {
    return !next.path().equals(trace.path())
        && next.isRenamedFrom(trace)
        && (globs.isMatch(next.path()) || (next.isGone() && isFollowed(next)));
  }

  /**
   * Whether its directory was renamed, and it is read there; its events still bear the old name.
   */
  private boolean isMoved(PathTrace trace) throws IOException {
    PathTrace directory = traces.get(trace.directory());
    PathTrace next = directory == null ? null : directory.successor();
    Path moved = next == null ? null : next.path().resolve(trace.path().getFileName());
    return moved != null && globs.isMatch(moved) && FileProbe.attributes(moved) != null;
  }

  private void count(Path path, LogCounters counters) {
    counters.lost(-1);
    TrackedLog next = known.log(path);
    if (next == null) {
      lost.add(path);
    } else {
      next.markLossBefore();
    }
    Path directory = Objects.requireNonNullElse(path.getParent(), path);
    if (told.add(directory)) {
      LOG.atWarn()
          .addKeyValue("path", path)
          .log(
              "path was made and is gone before it could be read, and what was in it is lost;"
                  + " counted each time, and told once for a directory");
    }
  }
}
