package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * Watches directories by the kernel. An event only tells that a path should be looked at now; it
 * may be late, and it may be lost. A directory may have several names, through links or mounts: the
 * kernel watches it once, and an event is told under each of the names.
 */
public final class DirectoryWatcher implements Closeable {

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages(
          "directory cannot be watched; changes in it are seen at the next scan, which"
              + " SHIPPER_RESCAN limits",
          "directory is watched again");

  private static final String INOTIFY = "inotify";
  private static final FailureLog.Messages LIMIT =
      new FailureLog.Messages(
          "not every directory can be watched; changes in the others are seen at the next scan,"
              + " which SHIPPER_RESCAN limits; raise fs.inotify.max_user_watches or"
              + " fs.inotify.max_user_instances",
          "every directory is watched again");

  private final FailureLog limits =
      new FailureLog(LoggerFactory.getLogger(DirectoryWatcher.class), "limit", LIMIT);
  private final FailureLog failures =
      new FailureLog(LoggerFactory.getLogger(DirectoryWatcher.class), "directory", MESSAGES);
  private final Watches watches;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Map<Path, FileKey> inodes = new HashMap<>();
  private boolean exhausted;
  private final Map<WatchKey, Set<Path>> names = new HashMap<>();

  /** Is told of paths. */
  @FunctionalInterface
  public interface Listener {

    /** A path should be looked at. Changes in one directory are told in their order. */
    void touched(Path path, PathChange change);
  }

  /** Watches nothing yet. */
  public DirectoryWatcher() {
    this(new KernelWatches());
  }

  /** Watches nothing yet. */
  public DirectoryWatcher(Watches watches) {
    this.watches = watches;
  }

  /** Watches these directories and no others, wherever their names lead now. */
  public void watch(Set<Path> directories) {
    Map<Path, Set<Path>> wanted = new HashMap<>();
    directories.forEach(name -> resolve(name, wanted));
    Set<Path> gone = new HashSet<>(keys.keySet());
    gone.removeAll(wanted.keySet());
    gone.forEach(this::cancel);
    names.values().forEach(Set::clear);
    exhausted = false;
    wanted.forEach(this::watch);
    if (!exhausted) {
      limits.succeeded(INOTIFY);
    }
    Set<Path> known = new HashSet<>(directories);
    known.addAll(wanted.keySet());
    failures.retain(known);
  }

  /** Whether the kernel tells of what is written to the file with this real path. */
  public boolean isWatched(Path file) {
    Path directory = file.getParent();
    WatchKey key = directory == null ? null : keys.get(directory);
    return key != null && key.isValid();
  }

  /** Whether the directory that has this name now, through links or not, is watched already. */
  public boolean isWatchedDirectory(Path directory) {
    try {
      Path real = directory.toRealPath();
      WatchKey key = keys.get(real);
      FileKey inode = FileKey.of(Files.readAttributes(real, BasicFileAttributes.class));
      return key != null
          && key.isValid()
          && inode.isInode(inodes.getOrDefault(real, inode))
          && names.getOrDefault(key, Set.of()).contains(directory);
    } catch (IOException e) {
      return false; // it is gone, or cannot be entered
    }
  }

  /** Watches one more directory. */
  public void add(Path directory) {
    Map<Path, Set<Path>> wanted = new HashMap<>();
    resolve(directory, wanted);
    wanted.forEach(this::watch);
  }

  /**
   * Waits up to {@code nanos} for an event and tells the paths of all that have come.
   *
   * @return false when events were lost, so that every path has to be looked at
   */
  public boolean await(long nanos, Listener listener) throws InterruptedException {
    WatchKey key = watches.poll(nanos);
    boolean whole = true;
    while (key != null) {
      whole &= drain(key, listener);
      key = watches.poll(0);
    }
    return whole;
  }

  @Override
  public void close() throws IOException {
    watches.close();
  }

  private void resolve(Path directory, Map<Path, Set<Path>> wanted) {
    try {
      wanted.computeIfAbsent(directory.toRealPath(), real -> new HashSet<>()).add(directory);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // it does not exist yet: a rescan finds it
    } catch (IOException e) {
      failures.failed(directory, FileFailure.of(e));
    }
  }

  /** A directory that was renamed is watched on under its new name; another may have the old. */
  private void watch(Path directory, Set<Path> named) {
    try {
      FileKey inode = FileKey.of(Files.readAttributes(directory, BasicFileAttributes.class));
      WatchKey key = keys.get(directory);
      if (key == null || !key.isValid() || !inode.isInode(inodes.getOrDefault(directory, inode))) {
        cancel(directory);
        key = watches.register(directory);
        keys.put(directory, key);
        inodes.put(directory, inode);
        failures.succeeded(directory);
      }
      names.computeIfAbsent(key, unnamed -> new HashSet<>()).addAll(named);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return; // it was deleted meanwhile
    } catch (FileSystemException e) {
      failures.failed(directory, FileFailure.of(e));
    } catch (IOException e) {
      exhausted = true;
      limits.failed(INOTIFY, FileFailure.of(e));
    }
  }

  /** Another name of the same directory may have the same key. */
  private void cancel(Path directory) {
    WatchKey key = keys.remove(directory);
    inodes.remove(directory);
    if (key != null && !keys.containsValue(key)) {
      names.remove(key);
      key.cancel();
    }
  }

  private boolean drain(WatchKey key, Listener listener) {
    boolean whole = true;
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        PathChange change = change(event.kind());
        names
            .getOrDefault(key, Set.of())
            .forEach(named -> listener.touched(named.resolve(name), change));
      } else {
        whole = false;
      }
    }
    key.reset();
    return whole;
  }

  private static PathChange change(WatchEvent.Kind<?> kind) {
    if (kind == StandardWatchEventKinds.ENTRY_MODIFY) {
      return PathChange.WRITTEN;
    }
    return kind == StandardWatchEventKinds.ENTRY_CREATE ? PathChange.MADE : PathChange.GONE;
  }
}
