package dev.natsfleet.logs.receiver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on the state directory, which belongs to one process, or to one process of each name. */
final class StateLock implements Closeable {

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Acquires the lock; throws IOException when another process has it. */
  static StateLock acquire(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StateLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException("this process has " + directory + " already", e);
    }
    channel.close();
    throw new IOException("another receiver has " + directory + ": set SHIPPER_STATE");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
