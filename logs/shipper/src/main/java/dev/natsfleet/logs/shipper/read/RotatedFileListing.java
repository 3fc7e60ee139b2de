package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.DirectoryListing;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Lists the files that may have been made of a log, oldest first, without those of other logs. */
final class RotatedFileListing {

  private final DirectoryListing directories;
  private final FileIndex index;

  RotatedFileListing(FileIndex index, ProgramClock clock) {
    this.directories = new DirectoryListing(clock.monotonic());
    this.index = index;
  }

  /** The files as they were a moment ago. */
  List<RotatedFile> recent(TrackedLog log) throws IOException {
    return without(log, directories.recent(log.path()));
  }

  /** The files as they are now. */
  List<RotatedFile> current(TrackedLog log) throws IOException {
    return without(log, DirectoryListing.current(log.path()));
  }

  /**
   * Checks that the files are those of an earlier listing, so that what was read of them holds.
   *
   * @throws NoSuchFileException when one was renamed, added or deleted
   */
  void checkUnchanged(TrackedLog log, List<RotatedFile> files) throws IOException {
    if (!DirectoryListing.isSame(current(log), files)) {
      throw new NoSuchFileException(log.path().toString(), null, "it was rotated meanwhile");
    }
  }

  /** Drops listings that are too old to be used. */
  void expire(long now) {
    directories.expire(now);
  }

  private List<RotatedFile> without(TrackedLog log, List<RotatedFile> files) {
    return files.stream().filter(file -> !isAnotherLog(log, file)).toList();
  }

  private boolean isAnotherLog(TrackedLog log, RotatedFile file) {
    Generation owner = index.find(file.key());
    return owner != null && owner.log() != log.name() && owner.log().isAt(file.path());
  }
}
