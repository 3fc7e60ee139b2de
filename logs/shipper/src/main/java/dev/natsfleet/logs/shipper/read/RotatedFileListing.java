package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.shipper.files.DirectoryListing;
import dev.natsfleet.logs.shipper.files.FileProbe;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the files that may have been made of a log, oldest first, without those of other logs. They
 * stand beside its file, wherever a link leads; else beside the link itself.
 */
final class RotatedFileListing {

  private final DirectoryListing directories;
  private final FileIndex index;

  RotatedFileListing(FileIndex index, ProgramClock clock) {
    this.directories = new DirectoryListing(clock.monotonic());
    this.index = index;
  }

  /** The files as they were a moment ago. */
  List<RotatedFile> recent(TrackedLog log) throws IOException {
    return list(log, directories::recent);
  }

  /** The files as they are now. */
  List<RotatedFile> current(TrackedLog log) throws IOException {
    return list(log, directories::current);
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

  private List<RotatedFile> list(TrackedLog log, Lister lister) throws IOException {
    List<RotatedFile> files = without(log, lister.list(log.name().file()));
    if (files.isEmpty() && log.name().isLinked()) {
      files = without(log, lister.list(log.path()));
    }
    List<RotatedFile> all = new ArrayList<>(files);
    for (Generation generation : log.generations()) {
      if (!generation.hasLogName() && !log.name().isBeside(generation.path())) {
        all.addAll(elsewhere(generation.path(), lister));
      }
    }
    return all;
  }

  /**
   * The file of a generation that a link of the log led to before, or what was made of it since.
   */
  private static List<RotatedFile> elsewhere(Path path, Lister lister) throws IOException {
    BasicFileAttributes found = FileProbe.attributes(path);
    if (found == null) {
      return lister.list(path).stream().map(RotatedFile::elsewhere).toList();
    }
    RotatedFile file =
        new RotatedFile(path, FileKey.of(found), found.size(), FileProbe.modified(found), 0);
    return found.isRegularFile() ? List.of(file.elsewhere()) : List.of();
  }

  private List<RotatedFile> without(TrackedLog log, List<RotatedFile> files) throws IOException {
    List<RotatedFile> own = new ArrayList<>();
    for (RotatedFile file : files) {
      if (!isAnotherLog(log, file)) {
        own.add(file);
      }
    }
    return own;
  }

  /** A file that was renamed to the name of this log stays that of the log before. */
  private boolean isAnotherLog(TrackedLog log, RotatedFile file) throws IOException {
    Generation owner = index.find(file.key());
    if (owner == null || owner.log() == log.name() || !isFileOf(file, owner)) {
      return false;
    }
    if (!GenerationFinder.hasFile(owner)) {
      owner.setPath(file.path());
    }
    return true;
  }

  /** One that this user may not read now stays that of the log which has its inode. */
  private static boolean isFileOf(RotatedFile file, Generation owner) throws NoSuchFileException {
    try {
      return GenerationFinder.isFileOf(file.path(), file.key(), owner);
    } catch (AccessDeniedException e) {
      return true;
    }
  }

  /** Lists the rotated files of the log at a path. */
  private interface Lister {
    List<RotatedFile> list(Path log) throws IOException;
  }
}
