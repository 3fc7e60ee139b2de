package dev.natsfleet.logs.shipper.files;

import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.logs.program.files.FileFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

  private final FailureLog failures =
      new FailureLog(LoggerFactory.getLogger(DirectoryWatcher.class), "directory", MESSAGES);
  private final WatchService watch;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Map<WatchKey, Set<Path>> names = new HashMap<>();

  /** Is told of paths. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A path should be looked at.
     *
     * @param written whether something was written to its file, and it was not only made or deleted
     */
    void touched(Path path, boolean written);
  }

  /** Watches nothing yet. */
  public DirectoryWatcher() throws IOException {
    watch = FileSystems.getDefault().newWatchService();
  }

  /** Watches these directories and no others, wherever their names lead now. */
  public void watch(Set<Path> directories) {
    Map<Path, Set<Path>> wanted = new HashMap<>();
    directories.forEach(name -> resolve(name, wanted));
    Set<Path> gone = new HashSet<>(keys.keySet());
    gone.removeAll(wanted.keySet());
    gone.forEach(this::cancel);
    names.values().forEach(Set::clear);
    wanted.forEach(this::watch);
    Set<Path> known = new HashSet<>(directories);
    known.addAll(wanted.keySet());
    failures.retain(known);
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
    try {
      WatchKey key = watch.poll(nanos, TimeUnit.NANOSECONDS);
      boolean whole = true;
      while (key != null) {
        whole &= drain(key, listener);
        key = watch.poll();
      }
      return whole;
    } catch (ClosedWatchServiceException e) {
      return true; // closing down
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
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

  private void watch(Path directory, Set<Path> named) {
    WatchKey key = keys.get(directory);
    if (key == null || !key.isValid()) {
      cancel(directory);
      key = register(directory);
    }
    if (key != null) {
      names.computeIfAbsent(key, unnamed -> new HashSet<>()).addAll(named);
    }
  }

  private @Nullable WatchKey register(Path directory) {
    try {
      WatchKey key =
          directory.register(
              watch,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      keys.put(directory, key);
      failures.succeeded(directory);
      return key;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return null; // it was deleted meanwhile
    } catch (IOException e) {
      failures.failed(directory, FileFailure.of(e)); // no watches are left, for example
      return null;
    }
  }

  /** Another name of the same directory may have the same key. */
  private void cancel(Path directory) {
    WatchKey key = keys.remove(directory);
    if (key != null && !keys.containsValue(key)) {
      names.remove(key);
      key.cancel();
    }
  }

  private boolean drain(WatchKey key, Listener listener) {
    boolean whole = true;
    Map<Path, Boolean> paths = new HashMap<>();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        boolean written = event.kind() == StandardWatchEventKinds.ENTRY_MODIFY;
        for (Path named : names.getOrDefault(key, Set.of())) {
          paths.merge(named.resolve(name), written, Boolean::logicalOr);
        }
      } else {
        whole = false;
      }
    }
    key.reset();
    paths.forEach(listener::touched);
    return whole;
  }
}
