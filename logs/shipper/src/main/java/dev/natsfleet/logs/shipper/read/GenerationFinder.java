package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.ContentReader;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import dev.natsfleet.logs.shipper.rotation.RotationOutcome;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the file of a generation: under its name, under a rotated name, packed, or spooled. */
final class GenerationFinder {

  private final RotatedFileListing listing;
  private final ProgramClock clock;

  GenerationFinder(RotatedFileListing listing, ProgramClock clock) {
    this.listing = listing;
    this.clock = clock;
  }

  /** Finds the file in order to read it. A missing file is not searched for all the time. */
  Path find(TrackedLog log, Generation generation) throws IOException, GoneException {
    long now = clock.nanos();
    if (generation.reads().isSearchPaused(now) && !isAt(generation.path(), generation)) {
      throw new GoneException();
    }
    generation.reads().searched(now);
    return search(log, generation);
  }

  /** Searches for the file now. */
  Path search(TrackedLog log, Generation generation) throws IOException, GoneException {
    if (isAt(generation.path(), generation)) {
      return generation.path();
    }
    if (generation == log.newest() && isAt(log.path(), generation)) {
      return log.path(); // a link leads elsewhere since the last look
    }
    List<RotatedFile> files = listing.recent(log);
    Path link = generation.spoolLink();
    if (link != null && generation.known().ownFile(files).isEmpty() && isAt(link, generation)) {
      return link; // rather than a packed twin, which may be deleted soon
    }
    RotatedFile found = locate(log, generation, files).orElseThrow(GoneException::new);
    if (!FileProbe.isAt(found.path(), found.key())) {
      throw new GoneException(); // renamed since it was listed: the next search finds it
    }
    generation.moveTo(found.path(), found.key());
    return found.path();
  }

  private static Optional<RotatedFile> locate(
      TrackedLog log, Generation generation, List<RotatedFile> files) throws GoneException {
    try {
      return RotationOutcome.locate(RotationObserver.located(log, generation, files));
    } catch (NoSuchFileException e) {
      throw new GoneException(); // renamed while it was compared: the next search finds it
    }
  }

  /** Whether a path names the generation's file by device, inode and birth. */
  static boolean isAt(Path path, Generation generation) throws IOException {
    return FileProbe.isAt(path, generation.identity().key());
  }

  /** Whether the file of a generation is where it was seen last. */
  static boolean hasFile(Generation generation) throws IOException {
    return isAt(generation.path(), generation);
  }

  /**
   * Whether files of a log have other names: the newest one, which may grow or come back, or one
   * that would be sent again.
   *
   * @param matching whether a pattern matches a path
   */
  static boolean isElsewhere(TrackedLog log, Predicate<Path> matching) throws IOException {
    for (Generation one : log.generations()) {
      if ((one == log.newest() || matching.test(one.path())) && hasFile(one)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file is the generation's, and does not just have its inode. */
  static boolean isFileOf(Path path, FileKey key, Generation generation)
      throws NoSuchFileException, AccessDeniedException {
    FileKey known = generation.identity().key();
    if (key.certain() && known.certain()) {
      return true;
    }
    return generation.isBlank() ? key.birth() == known.birth() : hasContent(path, generation);
  }

  /** Whether a file has the bytes of a generation. */
  static boolean hasContent(Path path, Generation generation)
      throws NoSuchFileException, AccessDeniedException {
    return ContentReader.compare(path, generation.identity()).isSame();
  }
}
