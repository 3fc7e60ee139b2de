package dev.natsfleet.logs.receiver.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Channels of the files that were written last, never more than a limit. Ownership is checked again
 * after a file was opened: the file that an earlier owner opens by name may be its successor's.
 * What is written counts only when it can be read under the file's name: people remove, replace and
 * truncate files that are open.
 */
final class OpenFiles implements Closeable {

  private final int limit;
  private final OwnershipCheck ownership;
  private final Map<Path, NamedFile> opened = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Path> unsynced = new HashSet<>();

  OpenFiles(int limit, OwnershipCheck ownership) {
    this.limit = limit;
    this.ownership = ownership;
  }

  /** Writes all bytes at an offset; creates the file when there is none. */
  void write(Path file, long offset, ByteBuffer bytes) throws IOException {
    NamedFile target = open(file);
    unsynced.add(file);
    target.write(offset, bytes);
  }

  /** Copies a part of one file into another, without passing the heap. */
  void copy(Path from, long start, long length, Path to, long offset) throws IOException {
    NamedFile target = open(to);
    unsynced.add(to);
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
      if (source.size() < start + length) {
        throw new IOException(from + " is shorter than " + (start + length) + " bytes");
      }
      target.append(offset, source, start, length);
    }
  }

  void truncate(Path file, long length) throws IOException {
    open(file).truncate(length);
  }

  /** Makes everything that was written durable, under its name; throws when that is impossible. */
  void sync() throws IOException {
    for (Path file : unsynced) {
      open(file).sync();
    }
    unsynced.clear();
  }

  /** Closes a file, after making it durable. */
  void release(Path file) throws IOException {
    NamedFile open = opened.remove(file);
    if (open != null) {
      close(open);
    }
  }

  @Override
  public void close() throws IOException {
    for (NamedFile open : opened.values()) {
      open.close();
    }
    opened.clear();
    unsynced.clear();
  }

  private NamedFile open(Path file) throws IOException {
    NamedFile known = opened.get(file);
    if (known != null) {
      return known;
    }
    makeRoom();
    NamedFile open = NamedFile.open(file);
    opened.put(file, open);
    ownership.check();
    return open;
  }

  private void makeRoom() throws IOException {
    while (opened.size() >= limit) {
      NamedFile eldest = opened.values().iterator().next();
      opened.remove(eldest.path());
      close(eldest);
    }
  }

  private void close(NamedFile file) throws IOException {
    try (file) {
      if (unsynced.remove(file.path())) {
        file.sync();
      }
    }
  }
}
