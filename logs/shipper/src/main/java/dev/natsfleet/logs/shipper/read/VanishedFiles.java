package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.files.Globs;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were made, written and deleted between two looks. Only the kernel's watch has told of
 * them, so nobody knows what was in them. One that was never written to is no loss; a change of its
 * attributes counts as a write, since the watch does not tell the two apart. Neither is one that
 * was renamed to the name of a log, new or known: then that name has another file than before. It
 * is judged when nothing is told of its directory any more, since the events of one rename may come
 * at two looks; in a busy directory after three looks. A log that is known already is left out: the
 * kernel may tell late of a write before its file went.
 */
final class VanishedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(VanishedFiles.class);
  private static final int MOST_LOOKS = 3;

  private final Set<Path> told = new HashSet<>();
  private final Globs globs;
  private final Function<Path, @Nullable TrackedLog> logs;
  private Set<Path> written = new HashSet<>();
  private Map<Path, Integer> suspects = new HashMap<>();
  private Set<Path> filled = Set.of();

  VanishedFiles(Globs globs, Function<Path, @Nullable TrackedLog> logs) {
    this.globs = globs;
    this.logs = logs;
  }

  /** Notes a path without a log that was written to. */
  void note(Path path) {
    if (globs.isMatch(path)) {
      written.add(path);
    }
  }

  /**
   * Counts an unknown loss for each path that was noted at an earlier look, and has no file now.
   *
   * @param touched of what the kernel has told since, before it is looked at
   */
  void judge(Set<Path> touched, LogCounters counters) {
    if (written.isEmpty() && suspects.isEmpty()) {
      return;
    }
    Set<Path> places = new HashSet<>();
    touched.stream().filter(this::isNewFile).forEach(path -> places.add(directory(path)));
    Set<Path> busy =
        touched.stream().map(VanishedFiles::directory).collect(Collectors.toUnmodifiableSet());
    Map<Path, Integer> next = new HashMap<>();
    suspects.forEach(
        (path, looks) -> {
          Path place = directory(path);
          if (filled.contains(place) || places.contains(place) || logs.apply(path) != null) {
            return;
          }
          boolean open = busy.contains(place) && looks < MOST_LOOKS;
          if (open || !isJudged(path, counters)) {
            next.put(path, looks + 1);
          }
        });
    written.forEach(path -> next.put(path, 0));
    suspects = next;
    filled = places;
    written = new HashSet<>();
  }

  /** False for one that cannot be looked at: it is not known to be gone, and is judged again. */
  private boolean isJudged(Path path, LogCounters counters) {
    try {
      if (FileProbe.attributes(path) == null) {
        count(path, counters);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void count(Path path, LogCounters counters) {
    counters.lost(-1);
    if (told.add(directory(path))) {
      LOG.atWarn()
          .addKeyValue("path", path)
          .log(
              "file was written and deleted before it could be read, and what was in it is lost;"
                  + " counted each time, and told once for a directory");
    }
  }

  /** Whether a name that is followed has another file than the one that is known. */
  private boolean isNewFile(Path path) {
    BasicFileAttributes attributes = globs.isMatch(path) ? attributes(path) : null;
    if (attributes == null) {
      return false;
    }
    TrackedLog log = logs.apply(path);
    Generation newest = log == null ? null : log.newest();
    return newest == null || !newest.identity().key().matches(FileKey.of(attributes));
  }

  /** One that cannot be looked at is not known to be another. */
  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return FileProbe.attributes(path);
    } catch (IOException e) {
      return null;
    }
  }

  private static Path directory(Path path) {
    return Objects.requireNonNull(path.getParent(), "a file has a directory");
  }
}
