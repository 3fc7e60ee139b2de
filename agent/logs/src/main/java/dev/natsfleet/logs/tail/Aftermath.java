package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/** Files that were rotated: they get other names, and a writer may go on in them. */
final class Aftermath {

  private final Owners owners;
  private final Spool spool;

  Aftermath(Owners owners, Spool spool) {
    this.owners = owners;
    this.spool = spool;
  }

  /** A file that is no log itself: gives the log it was rotated from, if any. */
  Optional<Log> touched(Path path, BasicFileAttributes attributes, long now)
      throws NoSuchFileException {
    FileKey key = FileKey.of(attributes);
    Generation owner = owners.find(key);
    if (owner == null
        || !Objects.equals(path.getParent(), owner.log().path().getParent())
        || !isFileOf(path, key, owner)) {
      return Optional.empty();
    }
    owner.renamed(path, attributes.size(), now);
    spool.keep(owner);
    return Optional.of(owner.log());
  }

  /** Whether it is a generation's file, and has not just its inode. */
  static boolean isFileOf(Path path, FileKey key, Generation owner) throws NoSuchFileException {
    return (key.certain() && owner.key().certain())
        || Kinship.of(path, owner) == Kinship.SAME
        || (owner.isBlank() && key.birth() == owner.key().birth());
  }

  /** Nothing has the name of its log: looks for its file, which a rotation may delete soon. */
  void renamed(Generation last) throws IOException {
    last.rotated();
    if (!last.isStored()) {
      try {
        last.path(Finder.find(last));
        spool.keep(last);
      } catch (GoneException e) {
        return; // reading it will tell
      }
    }
  }

  /** Looks at all such files of a log, because hints may have been lost. */
  void revisit(Log log, long now) throws IOException {
    for (Generation generation : log.generations()) {
      if (generation.mayGrow() && generation != log.last()) {
        revisit(generation, now);
      }
    }
  }

  private static void revisit(Generation generation, long now) throws IOException {
    try {
      Path path = Finder.find(generation);
      if (generation.isPacked()) {
        generation.reopen(); // it may have grown before it was packed
      } else if (Files.size(path) <= generation.size()
          || Kinship.of(path, generation) == Kinship.SAME) {
        generation.renamed(path, Files.size(path), now);
      } else {
        generation.deleted(); // it was emptied, and has become another generation
      }
    } catch (NoSuchFileException e) {
      return; // rotated further while we looked: the next look finds it
    } catch (GoneException e) {
      generation.deleted();
    }
  }
}
