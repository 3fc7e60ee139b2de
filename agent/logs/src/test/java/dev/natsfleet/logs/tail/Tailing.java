package dev.natsfleet.logs.tail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** One log, read to the end of every generation; a stream takes all of it at once. */
final class Tailing implements AutoCloseable {

  private static final long PATIENCE = 2_000_000_000; // files are not searched for all the time

  private static final long HOUR = 3_600_000_000_000L;

  private final Path file;
  private final Optional<Path> spool;
  private final byte[] buffer;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final Set<Integer> gaps = new HashSet<>();
  private Catalog catalog;

  Tailing(Path file) throws IOException {
    this(file, 64 * 1024, Optional.empty());
  }

  /** One that reads so many bytes at once. */
  Tailing(Path file, int bytes) throws IOException {
    this(file, bytes, Optional.empty());
  }

  /** One with a spool. */
  Tailing(Path file, Path spool) throws IOException {
    this(file, 64 * 1024, Optional.of(spool));
  }

  private Tailing(Path file, int bytes, Optional<Path> spool) throws IOException {
    this.file = file;
    this.spool = spool;
    this.buffer = new byte[bytes];
    this.catalog = catalog();
  }

  /** What is read at another look, generation after generation. */
  String read() throws Exception {
    text.reset();
    look();
    boolean more = more(true);
    while (more) {
      more = more(true);
    }
    return text();
  }

  /** Another look at the names. */
  void look() throws Exception {
    catalog.refresh(0, System.nanoTime());
  }

  /** What was read, since the last {@link #read}. */
  String text() {
    return text.toString(StandardCharsets.US_ASCII);
  }

  /** Offsets in {@link #text} before which a loss was declared. */
  Set<Integer> gaps() {
    return gaps;
  }

  /** Ends, and goes on with what it remembers, of which some may be wrong by now. */
  void restart(UnaryOperator<Remembered> change) throws IOException {
    List<Remembered> memory = log().generations().stream().map(Remembered::of).map(change).toList();
    close();
    catalog = catalog();
    Log log = catalog.restore(1, file);
    memory.forEach(one -> catalog.restore(log, one));
  }

  Log log() {
    return catalog.logs().iterator().next();
  }

  @Override
  public void close() throws IOException {
    catalog.close();
  }

  private Catalog catalog() throws IOException {
    List<String> names = List.of(file.toString());
    return new Catalog(
        names, new AtomicLong()::incrementAndGet, 1, HOUR, new Spool(spool, 1 << 20));
  }

  /**
   * One read, after which a file that was rotated may be ended; gives whether there may be more.
   */
  boolean more(boolean end) throws Exception {
    Optional<Generation> current = log().current();
    return current.isPresent() && more(current.get(), end);
  }

  private boolean more(Generation generation, boolean end) throws Exception {
    try {
      long now = System.nanoTime();
      int read = generation.hasMore(now) ? generation.read(buffer, now) : 0;
      if (read > 0 && generation.position() == 0 && log().opening(generation).lost() != 0) {
        gaps.add(text.size());
      }
      text.write(buffer, 0, read);
      if (read > 0) {
        generation.advance(buffer, read, false);
        generation.acknowledge(generation.position());
      } else if (generation.isRotated() && end) {
        catalog.finished(generation);
      }
      return read > 0 || (generation.isRotated() && end);
    } catch (TruncatedException e) {
      catalog.truncated(generation, System.nanoTime());
      return true;
    } catch (GoneException e) {
      if (generation.missing(System.nanoTime()) > PATIENCE) {
        catalog.finished(generation);
      }
      return true;
    }
  }

  /** Appends to the log's file. */
  void append(String line) throws IOException {
    append(file, line);
  }

  /** Appends to any file, which may be new. */
  static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  /** Renames it to number 1, and those before to the next number. */
  void rotate() throws IOException {
    for (int i = 99; i > 0; i--) {
      for (String end : new String[] {"", ".gz"}) {
        Path from = numbered(i).resolveSibling(numbered(i).getFileName() + end);
        if (Files.exists(from)) {
          Files.move(from, numbered(i + 1).resolveSibling(numbered(i + 1).getFileName() + end));
        }
      }
    }
    Files.move(file, numbered(1));
  }

  /** Packs a rotated file, as gzip does. */
  void pack(int number) throws IOException {
    Path from = numbered(number);
    Path to = from.resolveSibling(from.getFileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      Files.copy(from, out);
    }
    Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
    Files.delete(from);
  }
}
