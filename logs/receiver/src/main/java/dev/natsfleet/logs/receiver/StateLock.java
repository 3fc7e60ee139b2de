package dev.natsfleet.logs.receiver;

import dev.natsfleet.logs.program.files.FileFailure;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
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
    FileChannel channel = open(directory, name);
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

  private static FileChannel open(Path directory, String name) throws IOException {
    try {
      Files.createDirectories(directory);
      return FileChannel.open(
          directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileSystemException e) {
      throw new IOException(
          "SHIPPER_STATE=%s cannot be used: %s; set it to a directory that this user may write"
              .formatted(directory, FileFailure.withName(e)),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
