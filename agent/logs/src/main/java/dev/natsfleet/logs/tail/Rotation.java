package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    Fingerprint head = head(path); // before copies are looked for, which may be made just now
    Generation last = log.last();
    if (last != null) {
      addUnseen(log, last, head);
    }
    Generation owner = owners.find(key); // when it was renamed since, it is one of those unseen
    if (owner == null || isReused(path, owner)) {
      Generation added = log.add(key, path);
      owners.add(added);
      identify(added, head);
    }
  }

  /** The name stands for the newest generation: notes its size, and whether it was emptied. */
  void seen(Log log, BasicFileAttributes attributes, long now) throws IOException {
    Generation last = log.last();
    if (last == null) {
      return;
    }
    checkSame(last, attributes);
    last.key(FileKey.of(attributes));
    if (isEmptied(last, attributes)) {
      truncated(last);
      rotated(log, log.path(), FileKey.of(attributes));
      last = log.generations().getLast();
    } else {
      last.grown(attributes.size(), now);
      if (last.isBlank() && attributes.size() > 0) {
        head(last);
      }
    }
    last.modified(Catalog.modified(attributes));
  }

  /** Its bytes are no longer in its file: goes on in the copy that was made before, if any. */
  void truncated(Generation generation) throws IOException {
    Optional<Sibling> copy = copy(generation, Sibling.of(generation.log().path()));
    owners.remove(generation);
    generation.emptied();
    if (copy.isPresent()) {
      generation.moveTo(copy.get().path(), copy.get().key());
      owners.add(generation);
    } else {
      generation.finish();
      generation.log().counts().lost(generation.lost());
    }
  }

  private Optional<Sibling> copy(Generation generation, List<Sibling> siblings) throws IOException {
    if (!generation.isBlank()) {
      Optional<Sibling> whole = Finder.byContent(siblings, generation);
      Optional<Sibling> copy = whole.isPresent() ? whole : part(siblings, generation);
      return copy.filter(one -> owners.find(one.key()) == null);
    }
    Path name = generation.log().path();
    boolean stayed = Finder.isAt(name, generation); // so that no rename made them
    return siblings.stream().filter(one -> stayed && isNew(one, generation)).findFirst();
  }

  private static Optional<Sibling> part(List<Sibling> siblings, Generation generation)
      throws NoSuchFileException {
    for (Sibling sibling : siblings.reversed()) {
      if (Finder.isPart(sibling.path(), generation)) {
        return Optional.of(sibling);
      }
    }
    return Optional.empty();
  }

  /** Whether a file was emptied since it was looked at last. */
  private boolean isEmptied(Generation generation, BasicFileAttributes now) throws IOException {
    if (now.size() < generation.size()) {
      return current(generation).size() < generation.size();
    }
    if (Catalog.modified(now) == generation.modified()) {
      return false;
    }
    if (generation.isBlank()) {
      Log log = generation.log();
      List<Sibling> siblings = generation.number() == 1 ? log.siblings() : Sibling.of(log.path());
      return generation.modified() > 0 && copy(generation, siblings).isPresent();
    }
    return now.size() == generation.size() && !Finder.holds(generation.path(), generation);
  }

  /** What was seen before may be older than what is known by now: looks again. */
  private static BasicFileAttributes current(Generation generation) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(generation.log().path(), BasicFileAttributes.class);
    checkSame(generation, attributes);
    return attributes;
  }

  private static void checkSame(Generation generation, BasicFileAttributes attributes)
      throws NoSuchFileException {
    if (!generation.key().matches(FileKey.of(attributes))) {
      String name = generation.log().path().toString();
      throw new NoSuchFileException(name, null, "it was rotated meanwhile");
    }
  }

  private boolean isNew(Sibling sibling, Generation than) {
    return sibling.modified() > than.modified() && owners.find(sibling.key()) == null;
  }

  /** Whether the file that has the name now only has the inode of one that was there before. */
  private static boolean isReused(Path path, Generation owner) throws IOException {
    return !Finder.holds(path, owner) && Finder.isAt(path, owner);
  }

  private void addUnseen(Log log, Generation last, Fingerprint head) throws IOException {
    List<Sibling> siblings = Sibling.of(log.path());
    checkStill(log.path(), head);
    Optional<Sibling> bytes = Finder.among(siblings, last);
    Optional<Sibling> file = Finder.byKey(siblings, last);
    boolean copies = last.isDoubtful() && (bytes.isPresent() || file.isEmpty());
    if (bytes.isPresent()) {
      moved(last, bytes.get(), file.isPresent());
    } else if (file.isPresent()) {
      lost(last);
    }
    last.rotated();
    int first =
        bytes.map(one -> siblings.indexOf(one) + 1).or(() -> file.map(siblings::indexOf)).orElse(0);
    boolean known = bytes.or(() -> file).isPresent();
    for (Sibling sibling : siblings.subList(first, siblings.size())) {
      boolean unseen = known ? owners.find(sibling.key()) == null : isNew(sibling, last);
      if (unseen && !(copies && Finder.isCopy(sibling, log.path()))) { // else it is made just now
        addUnseen(log, copies, sibling);
      }
    }
  }

  private void moved(Generation last, Sibling sibling, boolean emptied) {
    if (sibling.key().matches(last.key())) {
      last.path(sibling.path());
    } else if (emptied || !last.isOpen()) {
      owners.remove(last);
      last.moveTo(sibling.path(), sibling.key());
      owners.add(last);
      if (emptied) {
        last.emptied();
      }
    }
  }

  /** It was emptied before it was renamed, and what it held is nowhere. */
  private void lost(Generation last) {
    owners.remove(last);
    if (!last.isComplete() || !last.isDoubtful()) {
      last.emptied();
      last.finish();
      last.log().counts().lost(last.lost());
    }
  }

  private void addUnseen(Log log, boolean copy, Sibling sibling) throws IOException {
    Generation unseen = log.add(sibling.key(), sibling.path());
    unseen.rotated();
    if (copy) {
      unseen.emptied(); // another copy of a file that was truncated again
    }
    unseen.modified(sibling.modified());
    owners.add(unseen);
    head(unseen);
  }

  private static Fingerprint head(Path path) throws IOException {
    try (Source source = Sources.open(path)) {
      return Fingerprint.of(source);
    }
  }

  /** Files beside a log tell what it was only if it has not changed while they were looked at. */
  private static void checkStill(Path path, Fingerprint head) throws IOException {
    try (Source source = Sources.open(path)) {
      if (head.length() == 0 ? source.size() > 0 : !head.begins(source)) {
        throw new NoSuchFileException(path.toString(), null, "it changed meanwhile");
      }
    }
  }

  private void head(Generation generation) throws IOException {
    identify(generation, head(generation.path()));
  }

  private void identify(Generation generation, Fingerprint head) throws IOException {
    try (Source source = Sources.open(generation.path())) {
      if (!Finder.isAt(generation.path(), generation)) {
        return; // rotated further while we looked; it is found when it is read
      }
      generation.identify(head);
      spool.keep(generation);
      if (!generation.isPacked()) {
        generation.grown(source.size(), System.nanoTime());
      }
    }
  }
}
