package dev.natsfleet.logs.shipper.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many logs stand in each directory, and at any depth below it. */
final class LogDirectories {

  private final Map<Path, Integer> below = new HashMap<>();
  private final Map<Path, Integer> direct = new HashMap<>();
  private final RecentPaths earlier = new RecentPaths();

  /** A log is known from now on. */
  void add(Path log) {
    count(log, 1);
  }

  /** A log is forgotten; that its directory had one is not, for a while. */
  void remove(Path log) {
    count(log, -1);
    Path directory = log.getParent();
    if (directory != null && !direct.containsKey(directory)) {
      earlier.add(directory);
    }
  }

  /** Whether a log is known to be, or to have been, in this directory. */
  boolean hasLog(Path directory) {
    return direct.containsKey(directory) || earlier.contains(directory);
  }

  /** Whether a log is known at any depth of a directory. */
  boolean hasLogBelow(Path directory) {
    return below.containsKey(directory);
  }

  private void count(Path log, int more) {
    @Nullable Path directory = log.getParent();
    if (directory != null) {
      count(direct, directory, more);
    }
    while (directory != null) {
      count(below, directory, more);
      directory = directory.getParent();
    }
  }

  private static void count(Map<Path, Integer> counts, Path directory, int more) {
    int now = counts.getOrDefault(directory, 0) + more;
    if (now == 0) {
      counts.remove(directory);
    } else {
      counts.put(directory, now);
    }
  }
}
