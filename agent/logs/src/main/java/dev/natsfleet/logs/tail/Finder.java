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
    Optional<Sibling> found = orEmptied(generation.log().siblings(), generation);
    Path link = generation.spooled();
    if (found.isEmpty() && link != null && isAt(link, generation)) {
      return link;
    }
    found.ifPresent(sibling -> generation.moveTo(sibling.path(), sibling.key()));
    return found.map(Sibling::path).orElseThrow(GoneException::new);
  }

  private static Optional<Sibling> orEmptied(List<Sibling> siblings, Generation generation)
      throws GoneException {
    try {
      return among(siblings, generation).or(() -> byKey(siblings, generation));
    } catch (NoSuchFileException e) {
      throw new GoneException(); // rotated further while we looked: the next look finds it
    }
  }

  /**
   * Where a generation's bytes are: in its own file, or in a copy of it. An inode is no proof, for
   * a later file may have it by now.
   *
   * @throws NoSuchFileException as {@link #byContent}
   */
  static Optional<Sibling> among(List<Sibling> siblings, Generation generation)
      throws NoSuchFileException {
    Optional<Sibling> same = byKey(siblings, generation);
    boolean proven =
        same.isPresent()
            && (generation.isBlank()
                || holds(same.get().path(), generation)
                || (generation.isDoubtful() && isPart(same.get().path(), generation)));
    return proven ? same : byContent(siblings, generation);
  }

  static boolean isAt(Path path, Generation generation) throws IOException {
    try {
      FileKey key = FileKey.of(Files.readAttributes(path, BasicFileAttributes.class));
      return key.matches(generation.key());
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

  /**
   * The newest file with the generation's head and with its anchor in place.
   *
   * @throws NoSuchFileException when one of the files was renamed meanwhile; it may be that one
   */
  static Optional<Sibling> byContent(List<Sibling> siblings, Generation generation)
      throws NoSuchFileException {
    for (Sibling sibling : siblings.reversed()) {
      if (!sibling.key().matches(generation.key()) && holds(sibling.path(), generation)) {
        return Optional.of(sibling);
      }
    }
    return Optional.empty();
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
    }
  }

  /** Whether a file is a copy that was made when the generation was shorter than what was read. */
  static boolean isPart(Path path, Generation generation) throws NoSuchFileException {
    try (Source source = Sources.open(path)) {
      return generation.fingerprint().begins(source)
          && Sources.readFully(source, generation.anchor().end() - 1, new byte[1]) == 0;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return false; // half packed: not this one now
    }
  }

  /** Whether a file has the generation's head, and its anchor in place. */
  static boolean holds(Path path, Generation generation) throws NoSuchFileException {
    try (Source source = Sources.open(path)) {
      return generation.fingerprint().begins(source) && generation.anchor().holds(source);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      return false; // half packed: not this one now
    }
  }
}
