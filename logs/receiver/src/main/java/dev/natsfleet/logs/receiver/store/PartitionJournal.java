package dev.natsfleet.logs.receiver.store;

import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.InodeLookup;
import dev.natsfleet.logs.receiver.stream.StreamPosition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of a partition's files, in a directory of its own: what it says is what counts. Each
 * fencing token has a file of its own, {@code journal-<token>}: whatever an earlier owner still
 * writes goes to a file that nobody reads any more.
 */
final class PartitionJournal implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(PartitionJournal.class);
  private static final String NAME = "journal-";
  private static final String FRESH = "new-";
  private static final int SLACK = 1 << 18;

  private final Path directory;
  private final JournalWriter writer = new JournalWriter();
  private final JournalState state;
  private final Path file;
  private final boolean inherited;
  private FileChannel channel;
  private @Nullable Object key;
  private long length;
  private long reserved;

  /** Opens the newest journal, and goes on with our token; a token of 0 keeps the newest one. */
  PartitionJournal(Path directory, long token) throws IOException {
    this.directory = directory;
    DurableDirectories.create(directory.resolve(NAME));
    List<Path> old = journals();
    Path newest = old.isEmpty() ? null : old.getLast();
    long last = newest == null ? 0 : token(newest);
    if (token != 0 && last > token) {
      throw new NotOwnerException(
          "%s has been taken with a newer token, %d, than that of the lease, %d; when a server whose clock is behind has made the bucket of leases anew, set its clock and delete the bucket"
              .formatted(directory, last, token));
    }
    this.file = directory.resolve(NAME + "%020d".formatted(token == 0 ? last : token));
    JournalReader reader = newest == null ? null : new JournalReader(newest);
    this.state = reader == null ? new JournalState() : reader.state();
    this.inherited = reader != null && !reader.isReleased() && !file.equals(newest);
    this.channel = rewrite(obsoleteFiles());
  }

  JournalState state() {
    return state;
  }

  /** Whether an owner with another token did not release the partition: it may still write. */
  boolean isInherited() {
    return inherited;
  }

  /** Commits output files and a position, durably. */
  void commit(Collection<OutputFileState> hosts, StreamPosition position) throws IOException {
    state.position(position);
    append(channel, writer.block(hosts, false, state));
    boolean removed = !isInPlace();
    if (removed) {
      LOG.atWarn()
          .addKeyValue("journal", file)
          .log("somebody has removed the journal; it is written anew from memory");
    }
    if (removed || length > reserved) {
      channel.close();
      channel = rewrite(List.of());
    }
  }

  /** Forgets all output files and goes on at a position, durably. */
  void restart(StreamPosition position) throws IOException {
    state.clear();
    state.position(position);
    writeAnew();
  }

  /** Writes the whole state again, durably. */
  void writeAnew() throws IOException {
    channel.close();
    channel = rewrite(List.of());
  }

  /** Records that everything is durable, and that nothing more will be written. */
  void release() throws IOException {
    append(channel, writer.release(state.position()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Writes everything into one block of a new file, which then takes the journal's name.
   *
   * @param obsolete files that are not needed any more then
   */
  private FileChannel rewrite(List<Path> obsolete) throws IOException {
    Path fresh = directory.resolve(FRESH + file.getFileName());
    DurableDirectories.create(fresh);
    FileChannel next =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      writeState(next);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      DurableDirectories.sync(file);
      key = InodeLookup.find(file);
      for (Path path : obsolete) {
        Files.deleteIfExists(path);
      }
      return next;
    } catch (IOException | RuntimeException e) {
      next.close();
      Files.deleteIfExists(fresh); // on a full disk others need its space
      throw e;
    }
  }

  private void writeState(FileChannel next) throws IOException {
    length = 0;
    byte[] block = writer.block(state.hosts(), true, state);
    reserved = block.length * 2L + SLACK;
    reserve(next);
    append(next, block);
  }

  /**
   * Fills the file with zeros, which end no line. What is written over them changes neither the
   * file's size nor its blocks, so that making it durable costs the file system no commit of its
   * own.
   */
  private void reserve(FileChannel next) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(SLACK);
    for (long at = 0; at < reserved; ) {
      at += next.write(zeros.rewind().limit((int) Math.min(SLACK, reserved - at)), at);
    }
  }

  private void append(FileChannel to, byte[] block) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      length += to.write(bytes, length);
    }
    to.force(false);
  }

  /** Files that earlier owners have left, also those that were killed while they began. */
  private List<Path> obsoleteFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(path -> isNamed(path, NAME) || isNamed(path, FRESH + NAME))
          .filter(path -> !path.equals(file))
          .toList();
    }
  }

  private static boolean isNamed(Path path, String start) {
    return path.getFileName().toString().startsWith(start);
  }

  /** Oldest first. */
  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(path -> isNamed(path, NAME))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** Whether the journal's name still stands for the file that is written. */
  private boolean isInPlace() throws IOException {
    return Objects.equals(InodeLookup.find(file), key);
  }

  private static long token(Path journal) {
    return Long.parseLong(journal.getFileName().toString().substring(NAME.length()));
  }
}
