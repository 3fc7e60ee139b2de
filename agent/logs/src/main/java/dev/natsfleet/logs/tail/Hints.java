package dev.natsfleet.logs.tail;

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
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What the kernel says about directories: never the truth, only a reason to look now. */
final class Hints implements Closeable {

  private final WatchService watch;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Hints() throws IOException {
    watch = FileSystems.getDefault().newWatchService();
  }

  /** Watches exactly these directories. */
  void watch(Set<Path> directories) {
    Set<Path> gone = new HashSet<>(keys.keySet());
    gone.removeAll(directories);
    gone.forEach(directory -> keys.remove(directory).cancel());
    directories.stream().filter(directory -> !isWatched(directory)).forEach(this::add);
  }

  /**
   * Waits for a hint and hands on all there are.
   *
   * @return false when hints were lost, so that everything must be looked at
   */
  boolean await(long nanos, Consumer<Path> touched) throws InterruptedException {
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
      keys.remove(directory); // not there, or no watches left: the rescan sees what happens
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
    for (Iterator<Path> each = paths.iterator(); each.hasNext(); ) {
      touched.accept(each.next());
    }
    return whole;
  }
}
