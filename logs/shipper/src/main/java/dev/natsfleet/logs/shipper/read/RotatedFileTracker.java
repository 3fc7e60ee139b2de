package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.FileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Follows files after their rotation: they are renamed, and a writer may go on in them. */
final class RotatedFileTracker {

  private final FileIndex index;
  private final GenerationFinder finder;
  private final SpooledGenerations spool;

  RotatedFileTracker(FileIndex index, GenerationFinder finder, SpooledGenerations spool) {
    this.index = index;
    this.finder = finder;
    this.spool = spool;
  }

  /**
   * Notes the path and the size of a file that is no log; returns the log it belongs to, if any.
   *
   * @param matching whether a pattern matches the path, so that the file is followed wherever it
   *     is; so is one that is no longer where it was seen last
   */
  Optional<LogName> update(Path path, boolean matching, BasicFileAttributes attributes, long now)
      throws IOException {
    FileKey key = FileKey.of(attributes);
    Generation owner = index.find(key);
    if (owner == null
        || !(matching
            || owner.log().isBeside(path)
            || Objects.equals(path.getParent(), owner.path().getParent())
            || !GenerationFinder.hasFile(owner))
        || !GenerationFinder.isFileOf(path, key, owner)) {
      return Optional.empty();
    }
    boolean renamed = !GenerationFinder.hasFile(owner); // else it is one more name of the file
    owner.rename(renamed ? path : owner.path(), attributes.size(), now);
    spool.keep(owner);
    return Optional.of(owner.log());
  }

  /**
   * Looks for the file of a log whose name nothing has, because a rotation may delete it soon. It
   * may have grown since the last look at it, and the lag counts what waits in it.
   */
  void follow(TrackedLog log, Generation newest, long now) throws IOException {
    newest.markRotated();
    if (!newest.isStored()) {
      try {
        newest.setPath(finder.search(log, newest));
        spool.keep(newest);
        newest.rename(newest.path(), Files.size(newest.path()), now);
      } catch (GoneException | NoSuchFileException e) {
        return; // reading it finds the same, and counts the loss in time
      }
    }
  }

  /**
   * Looks at all rotated files of a log that may grow, because events may have been lost.
   *
   * @throws IOException of the first that cannot be looked at, after all were tried
   */
  void rescan(TrackedLog log, long now) throws IOException {
    List<Generation> generations = log.generations();
    IOException failure = null;
    for (int i = 0; i < generations.size() - 1; i++) { // most logs have only one
      try {
        if (generations.get(i).canGrow()) {
          rescan(log, generations.get(i), now);
        }
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void rescan(TrackedLog log, Generation generation, long now) throws IOException {
    try {
      Path path = finder.search(log, generation);
      if (generation.isPacked()) {
        reopen(generation);
      } else if (Files.size(path) <= generation.reads().size()
          || GenerationFinder.hasContent(path, generation)) {
        generation.rename(path, Files.size(path), now);
      } else {
        generation.markDeleted(); // it was emptied, and is another generation now
      }
    } catch (NoSuchFileException e) {
      return; // it was rotated further meanwhile: the next scan finds it
    } catch (GoneException e) {
      generation.markDeleted();
    }
  }

  /** A file may have grown before it was packed. */
  private static void reopen(Generation generation) throws IOException {
    if (!GenerationLosses.isReadBeforePacking(generation)) {
      generation.reads().reopen();
    }
  }
}
