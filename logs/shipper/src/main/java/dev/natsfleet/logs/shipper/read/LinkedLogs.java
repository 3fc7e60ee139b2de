package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.RealPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Logs whose file is behind a link, by the place where it really is. */
final class LinkedLogs {

  private final RealPaths realPaths = new RealPaths();
  private final Map<Path, TrackedLog> byFile = new HashMap<>();
  private final DirectoryWatcher watcher;

  LinkedLogs(DirectoryWatcher watcher) {
    this.watcher = watcher;
  }

  /** The log whose link leads to this file. */
  @Nullable TrackedLog find(Path file) {
    return byFile.get(file);
  }

  /** Forgets where links led at the last look. */
  void forgetPlaces() {
    realPaths.forget();
  }

  /** Adds the directories of the files. */
  void addDirectories(Set<Path> directories) {
    byFile.keySet().forEach(file -> directories.add(directory(file)));
  }

  /** Finds out where the file of a log is; watches its directory, if a link leads there. */
  void locate(TrackedLog log) throws IOException {
    Path before = log.name().file();
    if (log.moveTo(realPaths.of(log.path()))) {
      byFile.remove(before, log);
      if (log.name().isLinked()) {
        byFile.put(log.name().file(), log);
        watcher.add(directory(log.name().file()));
      }
    }
  }

  void remove(TrackedLog log) {
    byFile.remove(log.name().file(), log);
  }

  private static Path directory(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file has a directory");
  }
}
