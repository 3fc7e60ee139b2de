package dev.natsfleet.logs.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compresses finished files and deletes old ones. Leaves those alone that are being written. */
public final class Archive {

  /** End of the name of a file that is being compressed. */
  public static final String UNFINISHED = ".gz.new";

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int BUFFER = 64 * 1024;

  private final Layout layout;
  private final CurrentFiles current;
  private final Keeping keeping;

  /** For the files of a layout. */
  public Archive(Layout layout, CurrentFiles current, Keeping keeping) {
    this.layout = layout;
    this.current = current;
    this.keeping = keeping;
  }

  /**
   * Brings a key's finished files to what is to be kept. Another receiver may take the key at any
   * moment and begin a file that we know nothing of: so {@code ours} is asked after the files were
   * listed, and nothing is touched but what was there then.
   *
   * @param ours whether it is certain that nobody else writes files of this key
   */
  public void tend(String key, Instant now, BooleanSupplier ours) throws IOException {
    List<Finished> unfinished = files(key, file -> layout.ownsUnfinished(key, file));
    List<Finished> files = files(key, file -> layout.owns(key, file) && !current.contains(file));
    if (ours.getAsBoolean()) {
      sweep(unfinished, now);
      tend(files, now, ours);
    }
  }

  private void tend(List<Finished> files, Instant now, BooleanSupplier ours) throws IOException {
    long bytes = 0;
    int count = 0;
    for (Finished file : files) {
      count++;
      bytes += file.size;
      if (!ours.getAsBoolean()) {
        return; // a name that comes again some day may be another's by now
      }
      if (isTooMuch(file, count, bytes, now)) {
        Files.deleteIfExists(file.path);
      } else if (keeping.compress() && !file.path.toString().endsWith(".gz")) {
        compress(file.path);
      }
    }
  }

  private boolean isTooMuch(Finished file, int count, long bytes, Instant now) {
    boolean old = !keeping.age().isZero() && file.modified.plus(keeping.age()).isBefore(now);
    boolean many = keeping.files() > 0 && count > keeping.files();
    return old || many || (keeping.bytes() > 0 && bytes > keeping.bytes());
  }

  /** Lets go of what a program that was killed has left half compressed. */
  private static void sweep(List<Finished> unfinished, Instant now) throws IOException {
    for (Finished file : unfinished) {
      if (file.modified.plus(LONGEST).isBefore(now)) {
        Files.deleteIfExists(file.path);
      }
    }
  }

  /** Newest first. */
  private List<Finished> files(String key, Predicate<Path> which) throws IOException {
    try (Stream<Path> files = Files.walk(layout.root(key), layout.depth(key))) {
      return files
          .filter(which)
          .filter(Files::isRegularFile)
          .map(Archive::look)
          .sorted(Comparator.comparing(Finished::modified).reversed())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Finished look(Path file) {
    try {
      return new Finished(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The old file goes away only when the new one is durable; its time stays. Another receiver may
   * be at it, too, when this one was paused and has lost the file: each writes under a name of its
   * own, and the archive is whole whoever comes last.
   */
  private static void compress(Path file) throws IOException {
    Path fresh = Path.of(file + "." + UUID.randomUUID() + UNFINISHED);
    try {
      pack(file, fresh);
      Files.move(fresh, Path.of(file + ".gz"), StandardCopyOption.ATOMIC_MOVE);
      Directories.sync(file);
      Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      LOG.atDebug().addKeyValue("file", file).setCause(e).log("another has dealt with it");
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void pack(Path file, Path fresh) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    try (FileChannel to =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      GZIPOutputStream packed = new GZIPOutputStream(Channels.newOutputStream(to), BUFFER);
      Files.copy(file, packed);
      packed.finish();
      to.force(true);
    }
    Files.setLastModifiedTime(fresh, modified);
  }

  private record Finished(Path path, Instant modified, long size) {}
}
