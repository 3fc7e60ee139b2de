package dev.natsfleet.logs.receiver.output;

import dev.natsfleet.logs.receiver.settings.ReceiverSettings;
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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps receivers that know nothing of each other from writing, compressing and deleting the same
 * files. A hidden file in the output directory names the copy that the directory belongs to. Bytes
 * of that file are locked, one for each partition: exclusively by a receiver that owns the
 * partition by list, shared by those that own partitions by leases. Where all hosts share one file,
 * one receiver has all partitions, by list.
 */
public final class OutputLock implements Closeable {

  private static final long OWNER_LOCK = 1L << 40;
  private static final int MAX_OWNER_BYTES = 1024;

  private final Path file;
  private final String owner;
  private final boolean elastic;
  private final boolean sharedByHosts;
  private final Set<Long> acquired = new HashSet<>();
  private @Nullable FileChannel channel;
  private @Nullable Object key;

  /** The lock of an output directory; nothing is locked yet. */
  public OutputLock(ReceiverSettings settings, Path root) {
    String pattern = settings.output().pattern().replaceAll("[^A-Za-z0-9%-]", "_");
    this.file = root.resolve(".natsfleet-" + pattern);
    this.owner = settings.streams().names() + ", copy " + settings.partitionSettings().copy();
    this.elastic = settings.partitionSettings().partitions().isEmpty();
    this.sharedByHosts = settings.output().directory().isEmpty();
  }

  /** Locks the output of a partition; throws IOException when another receiver has it. */
  public synchronized void acquire(int partition) throws IOException {
    long at = sharedByHosts ? 0 : partition;
    if (channel != null && !Objects.equals(InodeLookup.find(file), key)) {
      acquireAgain();
    }
    if (!acquired.contains(at)) {
      try {
        acquire(partition, at);
      } catch (IOException e) {
        closeIfUnused();
        throw e;
      }
    }
  }

  /** Somebody has removed the file with its directory: what was locked is locked in a new one. */
  private void acquireAgain() throws IOException {
    Set<Long> before = Set.copyOf(acquired);
    acquired.clear();
    closeIfUnused();
    for (long at : before) {
      acquire(Math.toIntExact(at), at);
    }
  }

  private void acquire(int partition, long at) throws IOException {
    if (!tryLock(openFile(), at)) {
      throw refusal("another receiver writes partition " + partition + " there now");
    }
    acquired.add(at);
  }

  /** The file may be deleted now, and must be opened anew then. */
  private void closeIfUnused() throws IOException {
    if (channel != null && acquired.isEmpty()) {
      channel.close();
      channel = null;
    }
  }

  private boolean tryLock(FileChannel open, long at) throws IOException {
    try {
      return open.tryLock(at, 1, elastic) != null;
    } catch (OverlappingFileLockException e) {
      return false; // another partition or receiver of this process has it
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private FileChannel openFile() throws IOException {
    if (channel == null) {
      DurableDirectories.create(file);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      key = InodeLookup.find(file);
    }
    if (!hasOwner(channel)) {
      writeOwner(channel);
    }
    return channel;
  }

  /** Whether the file names us; throws when it names another owner, gives false when nobody. */
  private boolean hasOwner(FileChannel open) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MAX_OWNER_BYTES);
    open.read(bytes, 0);
    String found =
        StandardCharsets.UTF_8.decode(bytes.flip()).toString().trim(); // NULs after a crash
    if (!found.isEmpty() && !found.equals(owner)) {
      throw refusal("it belongs to the streams " + found + ", not " + owner);
    }
    return !found.isEmpty();
  }

  /** Writes our name; does not wait for a receiver that is writing its own and may be paused. */
  private void writeOwner(FileChannel open) throws IOException {
    try (FileLock lock = open.tryLock(OWNER_LOCK, 1, false)) {
      if (lock == null) {
        throw refusal("another receiver is taking it now");
      }
      if (!hasOwner(open)) {
        open.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        open.force(true);
      }
    } catch (OverlappingFileLockException e) {
      throw refusal("another receiver of this process is taking it now");
    }
  }

  private IOException refusal(String why) {
    return new IOException(
        "%s: %s; set another SHIPPER_DIRECTORY or SHIPPER_OUTPUT, or delete %s when no receiver writes there"
            .formatted(file.resolveSibling(""), why, file.getFileName()));
  }
}
