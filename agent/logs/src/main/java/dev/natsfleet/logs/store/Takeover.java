package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.Directories;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held while files are cut, replaced and deleted by name, which no fencing token can prevent. Who
 * is paused in the midst of that keeps the next owner out until it goes on or is gone; who gets it
 * asks for its lease again.
 */
final class Takeover implements Closeable {

  private final FileChannel channel;

  Takeover(Path directory) throws IOException {
    Path file = directory.resolve("takeover");
    Directories.create(file);
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      take(directory);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void take(Path directory) throws IOException {
    if (!isOurs(channel)) {
      throw new IOException(
          directory
              + " is being taken over by another receiver; if that one stands still, end it or let it go on");
    }
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process
    }
  }
}
