package dev.natsfleet.logs.checkpoint;

import dev.natsfleet.logs.publish.Ledger;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.tail.Log;
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

/** The file, in a directory that belongs to one running shipper. */
public final class CheckpointFile implements Closeable {

  private static final int BUFFER = 64 * 1024;

  private final Path file;
  private final Path fresh;
  private final FileChannel lock;
  private final FileChannel directory;

  /** Takes the directory; throws IOException when another shipper has it. */
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
      throw new IOException("another shipper has " + directory + ": set SHIPPER_STATE");
    }
    this.directory = FileChannel.open(directory, StandardOpenOption.READ);
  }

  /**
   * What was written last; empty at the first start. Throws IOException when it is damaged or of
   * another version: starting from nothing would send all files again.
   */
  public Optional<Memory> read() throws IOException {
    try {
      return Optional.of(
          CheckpointReader.read(Files.readAllLines(file, StandardCharsets.ISO_8859_1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s: %s; put it back from a copy, or delete it: then all files are sent again"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Replaces the file, durably. Every generation counts as recorded then. */
  public void write(long lastId, Ledger ledger, Collection<Log> logs) throws IOException {
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
    logs.forEach(log -> log.generations().forEach(Generation::record));
  }

  @Override
  public void close() throws IOException {
    directory.close();
    lock.close();
  }
}
