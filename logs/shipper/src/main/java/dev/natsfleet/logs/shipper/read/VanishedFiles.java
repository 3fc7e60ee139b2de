package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.Globs;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were made, written and deleted between two looks. Only the kernel's watch has told of
 * them, so nobody knows what was in them. One that was never written to is no loss, and neither is
 * one that was renamed to the name of a new log. A log that is known already is left out: the
 * kernel may tell late of a write before its file went.
 */
final class VanishedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(VanishedFiles.class);

  private final Set<Path> told = new HashSet<>();
  private final Globs globs;

  VanishedFiles(Globs globs) {
    this.globs = globs;
  }

  /**
   * Counts an unknown loss if nothing has the name of a file that was written to.
   *
   * @param fresh paths without a log of which the kernel has told at the same time
   */
  void count(Path path, Stream<Path> fresh, LogCounters counters) {
    if (globs.isMatch(path)
        && isGone(path)
        && fresh.noneMatch(other -> isBeside(other, path) && isNewLog(other))) {
      counters.lost(-1);
      if (told.add(Objects.requireNonNull(path.getParent()))) {
        LOG.atWarn()
            .addKeyValue("path", path)
            .log(
                "file was written and deleted before it could be read, and what was in it is lost;"
                    + " counted each time, and told once for a directory");
      }
    }
  }

  private boolean isNewLog(Path path) {
    return globs.isMatch(path) && !isGone(path);
  }

  private static boolean isBeside(Path one, Path other) {
    return Objects.equals(one.getParent(), other.getParent());
  }

  private static boolean isGone(Path path) {
    return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
