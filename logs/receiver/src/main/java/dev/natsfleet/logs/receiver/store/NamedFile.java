package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.InodeLookup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An open file that must still have its name, and everything that was written to it. */
final class NamedFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private final @Nullable Object key;
  private long end;

  private NamedFile(Path path, FileChannel channel, @Nullable Object key) {
    this.path = path;
    this.channel = channel;
    this.key = key;
  }

  /**
   * Opens a file; makes a new one's name durable at once, because the journal may soon rely on it.
   */
  static NamedFile open(Path path) throws IOException {
    boolean found = Files.exists(path);
    if (!found) {
      DurableDirectories.create(path);
    }
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!found) {
        DurableDirectories.sync(path);
      }
      return new NamedFile(path, channel, InodeLookup.find(path));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Writes all bytes at an offset up to which the file has bytes. */
  void write(long offset, ByteBuffer bytes) throws IOException {
    requireLength(channel.size(), offset);
    long at = offset;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    end = Math.max(end, at);
  }

  /**
   * Appends a part of another file at an offset up to which this one has bytes.
   *
   * @throws IOException also when the other file ends before that part does
   */
  void append(long offset, FileChannel from, long start, long length) throws IOException {
    requireLength(channel.size(), offset);
    long done = 0;
    channel.position(offset);
    while (done < length) {
      long count = from.transferTo(start + done, length - done, channel);
      if (count <= 0) {
        throw new IOException(
            "the file that %s is copied from has %d bytes, and %d were written: somebody has truncated it; its last lines are written again"
                .formatted(path, from.size(), start + length));
      }
      done += count;
    }
    end = Math.max(end, offset + length);
  }

  void truncate(long length) throws IOException {
    channel.truncate(length);
    end = Math.min(end, length);
  }

  /**
   * Makes everything durable.
   *
   * @throws IOException also when the name stands for another file, for none, or for less
   */
  void sync() throws IOException {
    channel.force(false);
    if (!Objects.equals(InodeLookup.find(path), key)) {
      throw new IOException(
          "%s was removed or replaced while it was written; its last lines are written again"
              .formatted(path));
    }
    requireLength(Files.size(path), end);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void requireLength(long found, long needed) throws IOException {
    if (found < needed) {
      throw new IOException(
          "%s has %d bytes, and %d were written: somebody has truncated it; its last lines are written again"
              .formatted(path, found, needed));
    }
  }
}
