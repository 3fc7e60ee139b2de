package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
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
 * Channels of the files that were written last, never more than a limit. Ownership is checked again
 * after a file was opened: the file that an earlier owner opens by name may be its successor's.
 */
final class OpenFiles implements Closeable {

  private final int limit;
  private final OwnershipCheck ownership;
  private final Map<Path, FileChannel> channels = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<Path> unsynced = new HashSet<>();

  OpenFiles(int limit, OwnershipCheck ownership) {
    this.limit = limit;
    this.ownership = ownership;
  }

  /** Writes all bytes at an offset; creates the file when there is none. */
  void write(Path file, long offset, ByteBuffer bytes) throws IOException {
    FileChannel channel = channel(file);
    unsynced.add(file);
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  /** Copies a part of one file into another, without passing the heap. */
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

  /** Makes everything that was written durable. */
  void sync() throws IOException {
    for (Path file : unsynced) {
      channel(file).force(false);
    }
    unsynced.clear();
  }

  /** Closes a file, after making it durable. */
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
    FileChannel opened = open(file);
    channels.put(file, opened);
    ownership.check();
    return opened;
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

  /** Makes a new file's name durable at once, because the journal may soon rely on it. */
  private static FileChannel open(Path file) throws IOException {
    if (Files.exists(file)) {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    }
    DurableDirectories.create(file);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    DurableDirectories.sync(file);
    return channel;
  }
}
