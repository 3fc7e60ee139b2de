package dev.natsfleet.logs.shipper.surroundings;

import dev.natsfleet.logs.shipper.files.Watches;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.Watchable;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Watches of directories that are told what a tree does, at once and in order, as by a kernel. */
final class SimulatedKernel implements Watches {

  private final Map<Object, Key> keys = new LinkedHashMap<>();
  private final Deque<Key> signalled = new ArrayDeque<>();
  private boolean exhausted;

  @Override
  public WatchKey register(Path directory) throws IOException {
    Object inode = inode(directory);
    Key known = keys.get(inode);
    if (known != null && known.valid) {
      return known;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      Objects.requireNonNull(entries, "who may not list a directory may not watch it");
    }
    if (exhausted) {
      throw new IOException("User limit of inotify watches reached");
    }
    Key key = new Key(directory);
    keys.put(inode, key);
    return key;
  }

  @Override
  public @Nullable WatchKey poll(long nanos) {
    return signalled.poll();
  }

  @Override
  public void close() {
    keys.clear();
    signalled.clear();
  }

  /** Whether registering another directory fails from now on. */
  void exhausted(boolean limit) {
    exhausted = limit;
  }

  /** Something was made, written or deleted. */
  void changed(Path path, WatchEvent.Kind<?> kind) throws IOException {
    Path parent = path.getParent();
    Key key = parent == null ? null : keys.get(inode(parent));
    if (key != null && key.valid) {
      key.add(kind, path.getFileName());
    }
  }

  /** A directory is about to be deleted. */
  void removing(Path directory) throws IOException {
    Key key = keys.remove(inode(directory));
    if (key != null) {
      key.cancel();
      signal(key);
    }
  }

  /** Events are lost, because too many came at once. */
  void overflow() {
    for (Key key : keys.values()) {
      key.events.clear();
      key.add(StandardWatchEventKinds.OVERFLOW, null);
    }
  }

  /** What it will tell next, in its order within each directory. */
  List<Told> events() {
    List<Told> told = new ArrayList<>();
    for (Key key : signalled) {
      for (WatchEvent<?> event : key.events) {
        if (event.context() instanceof Path name) {
          told.add(new Told(key.directory.resolve(name), event.kind()));
        }
      }
    }
    return told;
  }

  /** An event as a watcher is told of it. */
  record Told(Path path, Object kind) {

    boolean isMade() {
      return kind == StandardWatchEventKinds.ENTRY_CREATE;
    }

    boolean isWritten() {
      return kind == StandardWatchEventKinds.ENTRY_MODIFY;
    }

    boolean isBeside(Told other) {
      return Objects.equals(path.getParent(), other.path.getParent());
    }
  }

  private void signal(Key key) {
    if (!signalled.contains(key)) {
      signalled.add(key);
    }
  }

  private static Object inode(Path directory) throws IOException {
    return Objects.requireNonNull(
        Files.readAttributes(directory, BasicFileAttributes.class).fileKey());
  }

  /** One event. */
  private record Event(WatchEvent.Kind<Object> kind, @Nullable Object context)
      implements WatchEvent<Object> {
    @Override
    public int count() {
      return 1;
    }
  }

  /** A watched directory. */
  private final class Key implements WatchKey {
    private final Path directory;
    private final List<WatchEvent<?>> events = new ArrayList<>();
    private boolean valid = true;

    Key(Path directory) {
      this.directory = directory;
    }

    @SuppressWarnings("unchecked")
    private void add(WatchEvent.Kind<?> kind, @Nullable Object context) {
      events.add(new Event((WatchEvent.Kind<Object>) kind, context));
      signal(this);
    }

    @Override
    public boolean isValid() {
      return valid;
    }

    @Override
    public List<WatchEvent<?>> pollEvents() {
      List<WatchEvent<?>> polled = new ArrayList<>(events);
      events.clear();
      return polled;
    }

    @Override
    public boolean reset() {
      return valid;
    }

    @Override
    public void cancel() {
      valid = false;
    }

    @Override
    public Watchable watchable() {
      return directory;
    }
  }
}
