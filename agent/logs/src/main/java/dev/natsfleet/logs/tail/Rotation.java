package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** What happens to a log when its name stands for another file, or for the same one emptied. */
final class Rotation {

  private final Owners owners;
  private final Spool spool;

  Rotation(Owners owners, Spool spool) {
    this.owners = owners;
    this.spool = spool;
  }

  /** The name stands for a file that is new: adds it, after those that came and went unseen. */
  void rotated(Log log, Path path, FileKey key) throws IOException {
    Generation last = log.last();
    if (last != null) {
      addUnseen(log, last);
    }
    if (owners.find(key) == null) { // else it was renamed since, and is one of those unseen
      Generation added = log.add(key, path);
      owners.add(added);
      head(added);
    }
  }

  /** The name stands for the newest generation: notes its size, and whether it was emptied. */
  void seen(Log log, BasicFileAttributes attributes, long now) throws IOException {
    Generation last = log.last();
    if (last == null) {
      return;
    }
    boolean touched = Catalog.modified(attributes) != last.modified();
    last.modified(Catalog.modified(attributes));
    last.key(FileKey.of(attributes));
    if (attributes.size() < last.position() || (touched && isEmptied(last, attributes))) {
      truncated(last);
      rotated(log, log.path(), FileKey.of(attributes));
    } else {
      last.grown(attributes.size(), now);
    }
  }

  /** Its bytes are no longer in its file: goes on in the copy that was made before, if any. */
  void truncated(Generation generation) throws IOException {
    owners.remove(generation);
    Optional<Sibling> copy =
        Finder.byContent(Sibling.of(generation.log().path()), generation)
            .filter(sibling -> owners.find(sibling.key()) == null);
    if (copy.isPresent()) {
      generation.moveTo(copy.get().path(), copy.get().key());
      owners.add(generation);
    } else {
      generation.finish();
      generation.log().counts().lost(generation.lost());
    }
  }

  /**
   * Whether a file that was touched and is not larger has other bytes than those that were read.
   */
  private static boolean isEmptied(Generation generation, BasicFileAttributes now)
      throws IOException {
    if (generation.position() == 0 || now.size() > generation.size()) {
      return false;
    }
    try (Source source = Sources.open(generation.path())) {
      return !generation.anchor().holds(source);
    }
  }

  private void addUnseen(Log log, Generation last) throws IOException {
    List<Sibling> siblings = Sibling.of(log.path());
    Optional<Sibling> found =
        Finder.byKey(siblings, last).or(() -> Finder.byContent(siblings, last));
    found.ifPresent(sibling -> moved(last, sibling));
    last.rotated();
    int from = found.map(siblings::indexOf).orElse(-1) + 1;
    for (Sibling sibling : siblings.subList(from, siblings.size())) {
      boolean newer = found.isPresent() || sibling.modified() > last.modified();
      if (newer && owners.find(sibling.key()) == null) {
        addUnseen(log, sibling);
      }
    }
  }

  private void moved(Generation last, Sibling sibling) {
    if (sibling.key().matches(last.key())) {
      last.path(sibling.path());
    } else if (!last.isOpen()) {
      owners.remove(last);
      last.moveTo(sibling.path(), sibling.key());
      owners.add(last);
    }
  }

  private void addUnseen(Log log, Sibling sibling) throws IOException {
    Generation unseen = log.add(sibling.key(), sibling.path());
    unseen.rotated();
    unseen.modified(sibling.modified());
    owners.add(unseen);
    head(unseen);
  }

  private void head(Generation generation) throws IOException {
    try (Source source = Sources.open(generation.path())) {
      if (!Finder.isAt(generation.path(), generation)) {
        return; // rotated further while we looked; it is found when it is read
      }
      generation.identify(Fingerprint.of(source));
      spool.keep(generation);
      if (!generation.isPacked()) {
        generation.grown(source.size(), System.nanoTime());
      }
    }
  }
}
