package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Finds a generation again: under its name, under a rotated name, or packed. */
final class Finder {

  private Finder() {}

  static Path find(Generation generation) throws IOException, GoneException {
    if (isAt(generation.path(), generation)) {
      return generation.path();
    }
    List<Sibling> siblings = generation.log().siblings();
    Path link = generation.spooled();
    if (link != null && byKey(siblings, generation).isEmpty() && isAt(link, generation)) {
      return link; // before a packed twin, which may be deleted soon
    }
    Optional<Sibling> found = among(siblings, generation);
    if (found.isPresent() && !isAt(found.get().path(), found.get().key())) {
      throw new GoneException(); // renamed since it was listed: the next look finds it
    }
    found.ifPresent(sibling -> generation.moveTo(sibling.path(), sibling.key()));
    return found.map(Sibling::path).orElseThrow(GoneException::new);
  }

  private static Optional<Sibling> among(List<Sibling> siblings, Generation generation)
      throws IOException, GoneException {
    try {
      Optional<Sibling> own = byKey(siblings, generation);
      if (own.isPresent() && isSame(own.get(), generation)) {
        return own;
      }
      Optional<Sibling> other = Past.around(generation, siblings).remains(false);
      return other.isPresent() ? other : own;
    } catch (NoSuchFileException e) {
      throw new GoneException(); // rotated further while we looked: the next look finds it
    }
  }

  /** Whether a file has a generation's bytes, or was born with it when none are known. */
  static boolean isSame(Sibling sibling, Generation generation) throws NoSuchFileException {
    return generation.isBlank()
        ? sibling.key().birth() == generation.key().birth()
        : Kinship.of(sibling.path(), generation) == Kinship.SAME;
  }

  static boolean isAt(Path path, Generation generation) throws IOException {
    return isAt(path, generation.key());
  }

  private static boolean isAt(Path path, FileKey key) throws IOException {
    try {
      return FileKey.of(Files.readAttributes(path, BasicFileAttributes.class)).matches(key);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** The generation's own file, whatever is in it now. */
  static Optional<Sibling> byKey(List<Sibling> siblings, Generation generation) {
    return siblings.stream().filter(other -> isFileOf(other, generation)).findFirst();
  }

  /** What is packed is another file than it was before. */
  private static boolean isFileOf(Sibling sibling, Generation generation) {
    return sibling.key().matches(generation.key())
        && Sources.isPacked(sibling.path()) == generation.isPacked();
  }

  /** Whether a file beside a log has the same bytes at its head and at its end, or none yet. */
  static boolean isCopy(Sibling sibling, Path log) throws IOException {
    if (Sources.isPacked(sibling.path())) {
      return false;
    }
    try (Source copy = Sources.open(sibling.path());
        Source file = Sources.open(log)) {
      int length = (int) Math.min(Anchor.MAX, copy.size());
      byte[] end = new byte[length];
      long size = copy.size();
      return length == 0
          || (Sources.readFully(copy, size - length, end) == length
              && Fingerprint.of(copy).begins(file)
              && Anchor.of(size, end, length).holds(file));
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return false; // it cannot be read now
    }
  }
}
