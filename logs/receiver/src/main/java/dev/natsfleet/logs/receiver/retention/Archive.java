package dev.natsfleet.logs.receiver.retention;

import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The finished output files: compresses them, and deletes old ones. */
public final class Archive {

  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
  private static final int BUFFER = 64 * 1024;

  private final FileNaming fileNaming;
  private final CurrentFiles current;
  private final RetentionPolicy policy;

  /** An archive of the files that have names by a pattern, without those that are current. */
  public Archive(FileNaming fileNaming, CurrentFiles current, RetentionPolicy policy) {
    this.fileNaming = fileNaming;
    this.current = current;
    this.policy = policy;
  }

  /**
   * Applies the policy to the finished files of a key. Another receiver may take the key at any
   * moment and begin a file that we know nothing of: so the ownership is asked for after the files
   * were listed, and nothing is touched but what was listed.
   *
   * @param isOwned whether it is certain that nobody else writes files of this key
   */
  public void applyRetention(String key, Instant now, BooleanSupplier isOwned) throws IOException {
    List<Finished> unfinished = files(key, file -> fileNaming.isUnfinishedFileOf(key, file));
    List<Finished> files =
        files(key, file -> fileNaming.isFileOf(key, file) && !current.contains(file));
    if (isOwned.getAsBoolean()) {
      deleteAbandoned(unfinished, now);
      applyRetention(files, now, isOwned);
    }
  }

  private void applyRetention(List<Finished> files, Instant now, BooleanSupplier isOwned)
      throws IOException {
    long bytes = 0;
    int count = 0;
    for (Finished file : files) {
      count++;
      bytes += file.size;
      if (!isOwned.getAsBoolean()) {
        return; // the new owner may have begun a file of the same name
      }
      if (isExpired(file, count, bytes, now)) {
        Files.deleteIfExists(file.path);
      } else if (policy.compress() && !file.path.toString().endsWith(".gz")) {
        compress(file.path);
      }
    }
  }

  private boolean isExpired(Finished file, int count, long bytes, Instant now) {
    boolean old = !policy.age().isZero() && file.modified.plus(policy.age()).isBefore(now);
    boolean many = policy.files() > 0 && count > policy.files();
    return old || many || (policy.bytes() > 0 && bytes > policy.bytes());
  }

  /** Deletes what a program that was killed has left half compressed. */
  private static void deleteAbandoned(List<Finished> unfinished, Instant now) throws IOException {
    for (Finished file : unfinished) {
      if (file.modified.plus(ABANDONED_AFTER).isBefore(now)) {
        Files.deleteIfExists(file.path);
      }
    }
  }

  /** Newest first. The root may be a link to another disk. */
  private List<Finished> files(String key, Predicate<Path> which) throws IOException {
    Path root = fileNaming.root(key).resolve(".");
    try (Stream<Path> files = Files.walk(root, fileNaming.depth(key))) {
      return files
          .map(Path::normalize)
          .filter(which)
          .filter(Files::isRegularFile)
          .flatMap(file -> describe(file).stream())
          .sorted(Comparator.comparing(Finished::modified).reversed())
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Empty when somebody has deleted the file meanwhile. */
  private static Optional<Finished> describe(Path file) {
    try {
      return Optional.of(
          new Finished(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces a file by its compressed form when that is durable; the modification time stays.
   * Another receiver may compress the same file, when this one was paused and has lost it: each
   * writes under a name of its own, and the result is whole whoever comes last.
   */
  private static void compress(Path file) throws IOException {
    Path compressed = Path.of(file + "." + UUID.randomUUID() + FileNaming.UNFINISHED);
    try {
      gzip(file, compressed);
      Files.move(compressed, Path.of(file + ".gz"), StandardCopyOption.ATOMIC_MOVE);
      DurableDirectories.sync(file);
      Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      LOG.atDebug()
          .addKeyValue("file", file)
          .setCause(e)
          .log("another receiver has compressed or deleted the file");
    } finally {
      Files.deleteIfExists(compressed);
    }
  }

  private static void gzip(Path file, Path compressed) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    try (FileChannel to =
        FileChannel.open(compressed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      GZIPOutputStream gzip = new GZIPOutputStream(Channels.newOutputStream(to), BUFFER);
      Files.copy(file, gzip);
      gzip.finish();
      to.force(true);
    }
    Files.setLastModifiedTime(compressed, modified);
  }

  private record Finished(Path path, Instant modified, long size) {}
}
