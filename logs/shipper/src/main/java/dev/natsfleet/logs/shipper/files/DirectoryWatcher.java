package dev.natsfleet.logs.shipper.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
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
import java.util.function.Consumer;

/**
 * Watches directories by the kernel. An event only tells that a path should be looked at now; it
 * may be late, and it may be lost.
 */
public final class DirectoryWatcher implements Closeable {

  private final WatchService watch;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  /** Watches nothing yet. */
  public DirectoryWatcher() throws IOException {
    watch = FileSystems.getDefault().newWatchService();
  }

  /** Watches these directories and no others. */
  public void watch(Set<Path> directories) {
    Set<Path> gone = new HashSet<>(keys.keySet());
    gone.removeAll(directories);
    gone.forEach(directory -> keys.remove(directory).cancel());
    directories.stream().filter(directory -> !isWatched(directory)).forEach(this::add);
  }

  /**
   * Waits up to {@code nanos} for an event and hands on the paths of all that have come.
   *
   * @return false when events were lost, so that every path has to be looked at
   */
  public boolean await(long nanos, Consumer<Path> touched) throws InterruptedException {
    try {
      WatchKey key = watch.poll(nanos, TimeUnit.NANOSECONDS);
      boolean whole = true;
      while (key != null) {
        whole &= drain(key, touched);
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

  private boolean isWatched(Path directory) {
    WatchKey key = keys.get(directory);
    return key != null && key.isValid();
  }

  private void add(Path directory) {
    try {
      keys.put(
          directory,
          directory.register(
              watch,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE));
    } catch (IOException e) {
      keys.remove(
          directory); // it does not exist, or no watches are left: a rescan finds the changes
    }
  }

  private static boolean drain(WatchKey key, Consumer<Path> touched) {
    boolean whole = true;
    Path directory = (Path) key.watchable();
    Set<Path> paths = new HashSet<>();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.context() instanceof Path name) {
        paths.add(directory.resolve(name));
      } else {
        whole = false;
      }
    }
    key.reset();
    paths.forEach(touched);
    return whole;
  }
}
