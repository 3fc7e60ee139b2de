package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.files.DirectoryWatcher;
import dev.natsfleet.logs.shipper.files.PathLinks;
import dev.natsfleet.logs.shipper.files.RealPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs whose file is behind a link, by the place where it really is. */
final class LinkedLogs {

  private static final Logger LOG = LoggerFactory.getLogger(LinkedLogs.class);

  private final RealPaths realPaths = new RealPaths();
  private final Map<Path, TrackedLog> byFile = new HashMap<>();
  private final Set<Path> links = new HashSet<>();
  private final Set<Path> directoriesOfLinks = new HashSet<>();
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

  /**
   * Adds the directories of the files, and those of all links on the way to a file or to a
   * directory of logs: where a path leads changes there.
   */
  void addDirectories(Set<Path> directories) {
    links.clear();
    directories.forEach(this::addLinks);
    byFile
        .values()
        .forEach(
            log -> {
              directories.add(directory(log.name().file()));
              addLinks(log.path());
            });
    links.forEach(link -> directories.add(directory(link)));
    directoriesOfLinks.retainAll(directories);
  }

  /** Whether this is a link that leads to a log, or to a directory of logs. */
  boolean isLink(Path path) {
    return links.contains(path);
  }

  /** Whether a log in this directory is a link, or was one when it was looked at. */
  boolean isDirectoryOfLinks(Path directory) {
    return directoriesOfLinks.contains(directory);
  }

  /** Finds out where the file of a log is; watches its directory, if a link leads there. */
  void locate(TrackedLog log) throws IOException {
    Path before = log.name().file();
    noteLink(log.path());
    if (log.moveTo(realPaths.of(log.path()))) {
      byFile.remove(before, log);
      if (log.name().isLinked()) {
        byFile.put(log.name().file(), log);
        watcher.add(directory(log.name().file()));
        addLinks(log.path());
        links.forEach(link -> watcher.add(directory(link)));
      }
    }
  }

  private void noteLink(Path path) {
    if (Files.isSymbolicLink(path)) {
      directoriesOfLinks.add(directory(path));
    }
  }

  private void addLinks(Path path) {
    try {
      Path parent = path.getParent();
      boolean direct = parent == null || realPaths.directory(parent).equals(parent);
      if (!direct || Files.isSymbolicLink(path)) {
        links.addAll(PathLinks.of(path));
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("path", path).setCause(e).log("the next scan follows its links");
    }
  }

  void remove(TrackedLog log) {
    byFile.remove(log.name().file(), log);
  }

  private static Path directory(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file has a directory");
  }
}
