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
    Optional<Sibling> found = byKey(siblings, generation).or(() -> byContent(siblings, generation));
    Path link = generation.spooled();
    if (found.isEmpty() && link != null && isAt(link, generation)) {
      return link;
    }
    found.ifPresent(sibling -> generation.moveTo(sibling.path(), sibling.key()));
    return found.map(Sibling::path).orElseThrow(GoneException::new);
  }

  static boolean isAt(Path path, Generation generation) throws IOException {
    try {
      FileKey key = FileKey.of(Files.readAttributes(path, BasicFileAttributes.class));
      return key.matches(generation.key());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  static Optional<Sibling> byKey(List<Sibling> siblings, Generation generation) {
    return siblings.stream().filter(other -> other.key().matches(generation.key())).findFirst();
  }

  /** The newest file with the generation's head and with its anchor in place. */
  static Optional<Sibling> byContent(List<Sibling> siblings, Generation generation) {
    return siblings.reversed().stream()
        .filter(other -> !other.key().matches(generation.key()))
        .filter(other -> holds(other.path(), generation))
        .findFirst();
  }

  /** Whether a file has the generation's head, and its anchor in place. */
  static boolean holds(Path path, Generation generation) {
    try (Source source = Sources.open(path)) {
      return generation.fingerprint().begins(source) && generation.anchor().holds(source);
    } catch (IOException e) {
      return false; // half packed, or rotated further: not this one now
    }
  }
}
