package dev.natsfleet.logs.receive;

import dev.natsfleet.logs.output.Directories;
import dev.natsfleet.logs.settings.ReceiverSettings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps receivers that know nothing of each other from writing, packing and deleting the same
 * files. A hidden file in the output directory names the copy that it belongs to; bytes of it are
 * locked, one for each partition: alone by a receiver that owns it by list, together by those that
 * share partitions by leases. Where all hosts share one file, one receiver has them all, by list.
 */
final class OutputClaim implements Closeable {

  private static final long NAME = 1L << 40;
  private static final int LONGEST = 1024;

  private final Path file;
  private final String owner;
  private final boolean elastic;
  private final boolean whole;
  private final Set<Long> taken = new HashSet<>();
  private @Nullable FileChannel channel;

  OutputClaim(ReceiverSettings settings, Path root) {
    String pattern = settings.output().pattern().replaceAll("[^A-Za-z0-9%-]", "_");
    this.file = root.resolve(".natsfleet-" + pattern);
    this.owner = settings.streams().names() + ", copy " + settings.share().copy();
    this.elastic = settings.share().partitions().isEmpty();
    this.whole = settings.output().directory().isEmpty();
  }

  /** Makes sure that what a partition writes is ours; throws IOException when it is another's. */
  synchronized void take(int partition) throws IOException {
    long at = whole ? 0 : partition;
    if (!taken.contains(at)) {
      try {
        take(partition, at);
      } catch (IOException e) {
        letGo();
        throw e;
      }
    }
  }

  private void take(int partition, long at) throws IOException {
    if (!lock(open(), at)) {
      throw refusal("another receiver writes partition " + partition + " there now");
    }
    taken.add(at);
  }

  /** A file that is deleted then must not be asked again. */
  private void letGo() throws IOException {
    if (channel != null && taken.isEmpty()) {
      channel.close();
      channel = null;
    }
  }

  private boolean lock(FileChannel open, long at) throws IOException {
    try {
      return open.tryLock(at, 1, elastic) != null;
    } catch (OverlappingFileLockException e) {
      return false; // of this process
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private FileChannel open() throws IOException {
    if (channel == null) {
      Directories.create(file);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
    if (!isNamed(channel)) {
      name(channel);
    }
    return channel;
  }

  /** Whether it has our name; throws when it has another's, gives false when it has none. */
  private boolean isNamed(FileChannel open) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    open.read(bytes, 0);
    String found = StandardCharsets.UTF_8.decode(bytes.flip()).toString().trim(); // a crash: NULs
    if (!found.isEmpty() && !found.equals(owner)) {
      throw refusal("it belongs to the streams " + found + ", not " + owner);
    }
    return !found.isEmpty();
  }

  /** Waits for nobody: who names it now may stand still. */
  private void name(FileChannel open) throws IOException {
    try (FileLock held = open.tryLock(NAME, 1, false)) {
      if (held == null) {
        throw refusal("another receiver is taking it now");
      }
      if (!isNamed(open)) {
        open.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        open.force(true);
      }
    } catch (OverlappingFileLockException e) {
      throw refusal("another receiver of this process is taking it now");
    }
  }

  private IOException refusal(String why) {
    return new IOException(
        "%s: %s; set another SHIPPER_DIRECTORY or SHIPPER_OUTPUT, or delete %s when nobody writes there"
            .formatted(file.resolveSibling(""), why, file.getFileName()));
  }
}
