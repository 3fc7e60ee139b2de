package dev.natsfleet.logs.store;

import dev.natsfleet.logs.output.Directories;
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
import java.util.stream.Stream;

/**
 * The truth about a partition's files, in a directory of its own. Each fencing token has its own
 * file, {@code journal-<token>}: what an owner of the past still writes, it writes into a file that
 * nobody reads any more.
 */
final class Journal implements Closeable {

  private static final String NAME = "journal-";
  private static final String FRESH = "new-";
  private static final int SLACK = 1 << 18;

  private final Path directory;
  private final JournalWriter writer = new JournalWriter();
  private final Books books;
  private final Path file;
  private final boolean inherited;
  private FileChannel channel;
  private long length;
  private long room;

  /** Opens the newest journal, for a token of 0 with the newest token there is. */
  Journal(Path directory, long token) throws IOException {
    this.directory = directory;
    Directories.create(directory.resolve(NAME));
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
    this.books = reader == null ? new Books() : reader.books();
    this.inherited = reader != null && !reader.isReleased() && !file.equals(newest);
    this.channel = rewrite(past());
  }

  Books books() {
    return books;
  }

  /** Whether an owner with another token did not let go: it may still be writing. */
  boolean isInherited() {
    return inherited;
  }

  /** Commits output files and a position, durably. */
  void commit(Collection<HostBook> hosts, Position position) throws IOException {
    books.position(position);
    append(channel, writer.block(hosts, false, position));
    if (length > room) {
      channel.close();
      channel = rewrite(List.of());
    }
  }

  /** Forgets all output files and goes on at a position, durably. */
  void restart(Position position) throws IOException {
    books.clear();
    books.position(position);
    channel.close();
    channel = rewrite(List.of());
  }

  /** Says that everything is durable and nothing more will come. */
  void release() throws IOException {
    append(channel, writer.release(books.position()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Writes everything into one block of a new file, which then takes the journal's name.
   *
   * @param past files that are not needed any more then
   */
  private FileChannel rewrite(List<Path> past) throws IOException {
    Path fresh = directory.resolve(FRESH + file.getFileName());
    FileChannel next =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      fill(next);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      Directories.sync(file);
      for (Path gone : past) {
        Files.deleteIfExists(gone);
      }
      return next;
    } catch (IOException | RuntimeException e) {
      next.close();
      Files.deleteIfExists(fresh); // on a full disk others need its room
      throw e;
    }
  }

  private void fill(FileChannel next) throws IOException {
    length = 0;
    byte[] block = writer.block(books.hosts(), true, books.position());
    room = block.length * 2L + SLACK;
    reserve(next);
    append(next, block);
  }

  /**
   * Fills the file's room with zeros, which end no line. What is written over them changes neither
   * the file's size nor its blocks, so that making it durable costs the file system no commit of
   * its own.
   */
  private void reserve(FileChannel next) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(SLACK);
    for (long at = 0; at < room; ) {
      at += next.write(zeros.rewind().limit((int) Math.min(SLACK, room - at)), at);
    }
  }

  private void append(FileChannel to, byte[] block) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      length += to.write(bytes, length);
    }
    to.force(false);
  }

  /** What owners of the past have left, also those that were killed while they began. */
  private List<Path> past() throws IOException {
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

  private static long token(Path journal) {
    return Long.parseLong(journal.getFileName().toString().substring(NAME.length()));
  }
}
