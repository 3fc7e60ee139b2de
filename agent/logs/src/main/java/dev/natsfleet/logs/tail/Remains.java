package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.util.Optional;

/**
 * The file that has what can still be read of a generation.
 *
 * @param sibling which file
 * @param head of it
 * @param end the last bytes of it when all of it was read; empty when there may be more
 */
record Remains(Sibling sibling, Fingerprint head, Optional<Anchor> end) {

  static Optional<Remains> of(Optional<Sibling> sibling, Generation generation) throws IOException {
    return sibling.isPresent() ? Optional.of(of(sibling.get(), generation)) : Optional.empty();
  }

  private static Remains of(Sibling sibling, Generation generation) throws IOException {
    try (Source source = Sources.open(sibling.path())) {
      boolean read = generation.anchor().length() > 0;
      boolean more = !read || Kinship.of(source, generation) == Kinship.SAME;
      Optional<Anchor> end = more ? Optional.empty() : Optional.of(Anchor.atEnd(source));
      return new Remains(sibling, Fingerprint.of(source), end);
    }
  }
}
