package dev.natsfleet.logs.shipper.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import org.jspecify.annotations.Nullable;

/** Where directories are registered to be told of changes in them: the kernel. */
public interface Watches extends Closeable {

  /**
   * Registers a directory for everything that is made, written or deleted in it. The same directory
   * has the same key under another name.
   *
   * @throws IOException also when no watches are left
   */
  WatchKey register(Path directory) throws IOException;

  /** The next key with events, after at most {@code nanos}; null when there is none. */
  @Nullable WatchKey poll(long nanos) throws InterruptedException;
}
