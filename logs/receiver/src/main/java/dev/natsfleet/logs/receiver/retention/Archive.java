package dev.natsfleet.logs.receiver.retention;

import dev.natsfleet.failures.FirstFailure;
import dev.natsfleet.logs.receiver.output.CurrentFiles;
import dev.natsfleet.logs.receiver.output.DurableDirectories;
import dev.natsfleet.logs.receiver.output.FileNaming;
import dev.natsfleet.logs.receiver.settings.RetentionPolicy;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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
    FirstFailure failures = new FirstFailure();
    FileTree tree = FileTree.list(fileNaming.root(key), fileNaming.depth(key), failures);
    List<ListedFile> unfinished = tree.files(file -> fileNaming.isUnfinishedFileOf(key, file));
    List<ListedFile> finished = finished(tree.files(file -> fileNaming.isFileOf(key, file)));
    if (isOwned.getAsBoolean()) {
      deleteAbandoned(unfinished, now, failures);
      applyRetention(finished, now, new Round(isOwned, failures));
    }
    failures.rethrow();
  }

  /**
   * Without files that are written now, under whatever name a link gives them: also those of
   * another host whose directory a link has made the same.
   */
  private List<ListedFile> finished(List<ListedFile> files) throws IOException {
    Set<Object> written =
        files.stream()
            .filter(file -> current.contains(file.path()))
            .map(ListedFile::key)
            .collect(Collectors.toCollection(HashSet::new));
    for (ListedFile file : files) {
      if (Files.exists(file.path()) && !file.path().toRealPath().equals(file.path())) {
        written.addAll(current.keys());
        break; // one link is enough to ask for all
      }
    }
    return files.stream().filter(file -> !written.contains(file.key())).toList();
  }

  /** Deletes before it packs, because packing needs the room that old files take. */
  private void applyRetention(List<ListedFile> files, Instant now, Round round) {
    List<ListedFile> kept = new ArrayList<>();
    long bytes = 0;
    int count = 0;
    for (ListedFile file : files) {
      count++;
      bytes += file.size();
      if (isExpired(file, count, bytes, now)) {
        round.attempt(file, () -> Files.deleteIfExists(file.path()));
      } else {
        kept.add(file);
      }
    }
    if (policy.compress()) {
      kept.stream()
          .filter(file -> !file.path().toString().endsWith(".gz"))
          .forEach(file -> round.attempt(file, () -> compress(file)));
    }
  }

  /** What is done for the files of one key, as long as they are ours. */
  private record Round(BooleanSupplier isOwned, FirstFailure failures) {

    /** Does nothing when a new owner may have begun a file of the same name, or another has. */
    void attempt(ListedFile file, FirstFailure.Attempt<RuntimeException> attempt) {
      if (isOwned.getAsBoolean()) {
        failures.attempt(
            () -> {
              if (file.isUnchanged()) {
                attempt.run();
              }
            });
      }
    }
  }

  private boolean isExpired(ListedFile file, int count, long bytes, Instant now) {
    boolean old = !policy.age().isZero() && file.modified().plus(policy.age()).isBefore(now);
    boolean many = policy.files() > 0 && count > policy.files();
    return old || many || (policy.bytes() > 0 && bytes > policy.bytes());
  }

  /** Deletes what a program that was killed has left half compressed. */
  private static void deleteAbandoned(
      List<ListedFile> unfinished, Instant now, FirstFailure failures) {
    for (ListedFile file : unfinished) {
      if (file.modified().plus(ABANDONED_AFTER).isBefore(now)) {
        failures.attempt(() -> Files.deleteIfExists(file.path()));
      }
    }
  }

  /**
   * Replaces a file by its compressed form when that is durable; the modification time stays.
   * Another receiver may compress the same file, when this one was paused and has lost it: each
   * writes under a name of its own, and the result is whole whoever comes last. A file that
   * somebody has written to meanwhile is left for the next time.
   */
  private static void compress(ListedFile listed) throws IOException {
    Path file = listed.path();
    Path target = Path.of(file + ".gz");
    Path compressed = Path.of(file + "." + UUID.randomUUID() + FileNaming.UNFINISHED);
    try {
      if (Files.exists(target)) {
        PackedFile.requireSame(target, file);
      } else {
        gzip(file, compressed);
      }
      if (listed.isUnchanged()) {
        if (Files.exists(compressed)) {
          Files.move(compressed, target, StandardCopyOption.ATOMIC_MOVE);
          DurableDirectories.sync(file);
        }
        Files.deleteIfExists(file);
      }
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
}
