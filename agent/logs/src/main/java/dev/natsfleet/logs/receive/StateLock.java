package dev.natsfleet.logs.receive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The state directory belongs to one process, or to one process of each name. */
final class StateLock implements Closeable {

  private final FileChannel channel;

  private StateLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it; throws IOException when another process has it. */
  static StateLock take(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
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
