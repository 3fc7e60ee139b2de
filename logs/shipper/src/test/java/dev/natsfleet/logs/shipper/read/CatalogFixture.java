package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.Spool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Reads one log through a catalog; every byte that was read counts as stored at once. */
final class CatalogFixture implements AutoCloseable {

  private static final long GONE_AFTER = 2_000_000_000; // longer than a search may pause

  private static final long MINUTE = 60_000_000_000L;
  private static final long HOUR = 3_600_000_000_000L;

  private final ProgramClock clock = ProgramClock.system();
  private final Path file;
  private final Optional<Path> links;
  private final byte[] buffer;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final Set<Integer> gaps = new HashSet<>();
  private Spool spool;
  private Catalog catalog;
  private long unreadable;

  CatalogFixture(Path file) throws IOException {
    this(file, 64 * 1024, Optional.empty());
  }

  /** Reads up to {@code bytes} at once. */
  CatalogFixture(Path file, int bytes) throws IOException {
    this(file, bytes, Optional.empty());
  }

  /** Keeps rotated files in a spool. */
  CatalogFixture(Path file, Path spool) throws IOException {
    this(file, 64 * 1024, Optional.of(spool));
  }

  private CatalogFixture(Path file, int bytes, Optional<Path> links) throws IOException {
    this.file = file;
    this.links = links;
    this.buffer = new byte[bytes];
    open();
  }

  /** Looks at the names once, and reads generation after generation to the end. */
  String read() throws Exception {
    text.reset();
    look();
    boolean more = more(true);
    while (more) {
      more = more(true);
    }
    return text();
  }

  /** Looks at the names once. */
  void look() throws Exception {
    catalog.refresh(0, clock.nanos());
  }

  /** Waits for the kernel to tell a change, and looks at the names. */
  void awaitEvent() throws Exception {
    catalog.refresh(60_000_000_000L, clock.nanos());
  }

  /** What was read, since the last {@link #read}. */
  String text() {
    return text.toString(StandardCharsets.US_ASCII);
  }

  /** Offsets in {@link #text} before which a loss was declared. */
  Set<Integer> gaps() {
    return gaps;
  }

  /** Closes the catalog, and opens one from a changed checkpoint. */
  void restart(UnaryOperator<GenerationCheckpoint> change) throws IOException {
    List<GenerationCheckpoint> checkpoints = log().checkpoint().stream().map(change).toList();
    close();
    open();
    TrackedLog log = catalog.restore(1, file);
    checkpoints.forEach(one -> catalog.restore(log, one));
  }

  /** Closes the file, as after ten seconds without a line. */
  void rest() {
    log().generations().forEach(generation -> generation.reads().close());
  }

  TrackedLog log() {
    return catalog.logs().iterator().next();
  }

  @Override
  public void close() throws IOException {
    catalog.close();
    spool.close();
  }

  private void open() throws IOException {
    List<String> names = List.of(file.toString());
    CatalogTimes times = new CatalogTimes(clock, 1, HOUR);
    spool = new Spool(links, 1 << 20);
    catalog = new Catalog(names, new AtomicLong()::incrementAndGet, times, spool);
  }

  /**
   * Reads once, and may end a rotated file of which all is read; returns whether there may be more.
   */
  boolean more(boolean end) throws Exception {
    Optional<Generation> current = log().current();
    return current.isPresent() && more(current.get(), end);
  }

  private boolean more(Generation generation, boolean end) throws Exception {
    try {
      long now = clock.nanos();
      GenerationReader reader = catalog.reader();
      boolean unread = reader.hasMore(log(), generation, now);
      int read = unread ? reader.read(log(), generation, buffer, now) : 0;
      boolean first = generation.reads().position() == 0;
      if (read > 0 && first && log().start(generation).lost() != 0) {
        gaps.add(text.size());
      }
      text.write(buffer, 0, read);
      if (read > 0) {
        generation.advance(buffer, read, false);
        generation.acknowledge(generation.reads().position());
      } else if (generation.isRotated() && end) {
        catalog.losses().finish(generation);
      }
      return read > 0 || (generation.isRotated() && end);
    } catch (TruncatedException e) {
      catalog.truncated(log(), generation, clock.nanos());
      return true;
    } catch (GoneException e) {
      if (generation.reads().missingFor(clock.nanos()) > GONE_AFTER) {
        catalog.losses().lose(log(), generation);
      }
      return true;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      if (catalog.losses().finishDamaged(generation)) {
        return true;
      }
      unreadable += MINUTE;
      if (unreadable > HOUR) {
        throw e; // nobody gives it up
      }
      catalog.losses().giveUp(generation, clock.nanos() + unreadable);
      return generation.isRotated();
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
