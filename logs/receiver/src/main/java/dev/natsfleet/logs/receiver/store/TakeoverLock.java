package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock that is held while files are cut, replaced and deleted by name, which no fencing token can
 * prevent. An owner that is paused while it holds the lock keeps the next one out until it goes on
 * or is gone. Whoever acquires it checks its lease again.
 */
final class TakeoverLock implements Closeable {

  private final FileChannel channel;

  TakeoverLock(Path directory) throws IOException {
    Path file = directory.resolve("takeover");
    DurableDirectories.create(file);
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      acquire(directory);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void acquire(Path directory) throws IOException {
    if (!tryLock(channel)) {
      throw new IOException(
          directory
              + " is being taken over by another receiver; if that one is paused, resume it or end it");
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process
    }
  }
}
