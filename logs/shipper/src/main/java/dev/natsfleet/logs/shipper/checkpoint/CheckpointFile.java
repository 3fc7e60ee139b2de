package dev.natsfleet.logs.shipper.checkpoint;

import dev.natsfleet.logs.shipper.publish.Ledger;
import dev.natsfleet.logs.shipper.read.TrackedLog;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Optional;

/** The checkpoint file, in a state directory that one running shipper has locked. */
public final class CheckpointFile implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final Path fresh;
  private final FileChannel lock;
  private final FileChannel directory;

  /** Locks the directory; throws IOException when another shipper has it. */
  public CheckpointFile(Path directory) throws IOException {
    Files.createDirectories(directory);
    this.file = directory.resolve("checkpoint");
    this.fresh = directory.resolve("checkpoint.new");
    this.lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = lock.tryLock();
    if (held == null) {
      lock.close();
      throw new IOException(
          "another shipper uses the state directory %s: set SHIPPER_STATE".formatted(directory));
    }
    this.directory = FileChannel.open(directory, StandardOpenOption.READ);
  }

  /**
   * Reads the last checkpoint; empty at the first start. Throws IOException when it is damaged or
   * of another version, because a start without it would send all files again.
   */
  public Optional<Checkpoint> read() throws IOException {
    try {
      return Optional.of(
          CheckpointReader.read(Files.readAllLines(file, StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s: %s; restore it from a copy, or delete it to send all files again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Replaces the file durably, and marks every generation as recorded. */
  public void write(long lastId, Ledger ledger, Collection<TrackedLog> logs) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
      new CheckpointWriter(out).write(lastId, ledger, logs);
      out.flush();
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    directory.force(true);
    logs.forEach(TrackedLog::markRecorded);
  }

  @Override
  public void close() throws IOException {
    directory.close();
    lock.close();
  }
}
