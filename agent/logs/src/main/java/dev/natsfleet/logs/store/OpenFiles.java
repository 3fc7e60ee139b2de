package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.Directories;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Channels of the files that were written last; never more than a limit. The guard is asked again
 * when a file was opened: a file that an owner of the past opens by name may be its successor's.
 */
final class OpenFiles implements Closeable {

  private final int limit;
  private final Guard guard;
  private final Map<Path, FileChannel> channels = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Path> unsynced = new HashSet<>();

  OpenFiles(int limit, Guard guard) {
    this.limit = limit;
    this.guard = guard;
  }

  /** Writes all of it at an offset; the file is made when there is none. */
  void write(Path file, long offset, ByteBuffer bytes) throws IOException {
    FileChannel channel = channel(file);
    unsynced.add(file);
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /** Copies a part of one file to another place, without passing the heap. */
  void copy(Path from, long start, long length, Path to, long offset) throws IOException {
    FileChannel target = channel(to);
    unsynced.add(to);
    try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
      long done = 0;
      target.position(offset);
      while (done < length) {
        long count = source.transferTo(start + done, length - done, target);
        if (count <= 0) {
          throw new IOException(from + " is shorter than " + (start + length) + " bytes");
        }
        done += count;
      }
    }
  }

  void truncate(Path file, long length) throws IOException {
    channel(file).truncate(length);
  }

  /** Makes what was written durable. */
  void sync() throws IOException {
    for (Path file : unsynced) {
      channel(file).force(false);
    }
    unsynced.clear();
  }

  /** Gives a descriptor back. */
  void release(Path file) throws IOException {
    FileChannel channel = channels.remove(file);
    if (channel != null) {
      close(file, channel);
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : channels.values()) {
      channel.close();
    }
    channels.clear();
  }

  private FileChannel channel(Path file) throws IOException {
    FileChannel open = channels.get(file);
    if (open != null) {
      return open;
    }
    makeRoom();
    FileChannel fresh = open(file);
    channels.put(file, fresh);
    guard.check();
    return fresh;
  }

  private void makeRoom() throws IOException {
    while (channels.size() >= limit) {
      Map.Entry<Path, FileChannel> eldest = channels.entrySet().iterator().next();
      channels.remove(eldest.getKey());
      close(eldest.getKey(), eldest.getValue());
    }
  }

  private void close(Path file, FileChannel channel) throws IOException {
    try (channel) {
      if (unsynced.remove(file)) {
        channel.force(false);
      }
    }
  }

  /** A new file's name is made durable at once: the journal may soon rely on it. */
  private static FileChannel open(Path file) throws IOException {
    if (Files.exists(file)) {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    }
    Directories.create(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Directories.sync(file);
    return channel;
  }
}
