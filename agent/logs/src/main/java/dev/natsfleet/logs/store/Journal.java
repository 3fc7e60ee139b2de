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
      throw new NotOwnerException(directory + " has been taken with a newer token, " + last);
    }
    this.file = directory.resolve(NAME + "%020d".formatted(token == 0 ? last : token));
    JournalReader reader = newest == null ? null : new JournalReader(newest);
    this.books = reader == null ? new Books() : reader.books();
    this.inherited = reader != null && !reader.isReleased() && !file.equals(newest);
    this.channel = rewrite();
    for (Path past : old) {
      if (!past.equals(file)) {
        Files.deleteIfExists(past);
      }
    }
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
    append(writer.block(hosts, false, position));
    if (length > room) {
      channel.close();
      channel = rewrite();
    }
  }

  /** Forgets all output files and goes on at a position, durably. */
  void restart(Position position) throws IOException {
    books.clear();
    books.position(position);
    channel.close();
    channel = rewrite();
  }

  /** Says that everything is durable and nothing more will come. */
  void release() throws IOException {
    append(writer.release(books.position()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Writes everything into one block of a new file, which then takes the journal's name. */
  private FileChannel rewrite() throws IOException {
    Path fresh = directory.resolve("new-" + file.getFileName());
    channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    length = 0;
    byte[] block = writer.block(books.hosts(), true, books.position());
    room = block.length * 2L + SLACK;
    reserve();
    append(block);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Directories.sync(file);
    return channel;
  }

  /**
   * Fills the file's room with zeros, which end no line. What is written over them changes neither
   * the file's size nor its blocks, so that making it durable costs the file system no commit of
   * its own.
   */
  private void reserve() throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(SLACK);
    for (long at = 0; at < room; ) {
      at += channel.write(zeros.rewind().limit((int) Math.min(SLACK, room - at)), at);
    }
  }

  private void append(byte[] block) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(block);
    while (bytes.hasRemaining()) {
      length += channel.write(bytes, length);
    }
    channel.force(false);
  }

  /** Oldest first. */
  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith(NAME))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private static long token(Path journal) {
    return Long.parseLong(journal.getFileName().toString().substring(NAME.length()));
  }
}
