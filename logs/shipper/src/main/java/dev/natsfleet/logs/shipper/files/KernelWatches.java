package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The watches of the kernel. Where it allows none to this user, each registration asks again. */
final class KernelWatches implements Watches {

  private @Nullable WatchService service;

  @Override
  public WatchKey register(Path directory) throws IOException {
    WatchService open = service;
    if (open == null) {
      open = FileSystems.getDefault().newWatchService();
      service = open;
    }
    return directory.register(
        open,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  @Override
  public @Nullable WatchKey poll(long nanos) throws InterruptedException {
    WatchService open = service;
    if (open == null) {
      TimeUnit.NANOSECONDS.sleep(nanos);
      return null;
    }
    try {
      return open.poll(nanos, TimeUnit.NANOSECONDS);
    } catch (ClosedWatchServiceException e) {
      return null; // closing down
    }
  }

  @Override
  public void close() throws IOException {
    WatchService open = service;
    if (open != null) {
      open.close();
    }
  }
}
