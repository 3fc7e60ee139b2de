package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a log's newest generation, and what came after it unseen.
 *
 * @param emptied whether its own file was emptied, so that nobody knows what is lost
 * @param remains where its bytes are, unless they are nowhere
 * @param unseen later files, oldest first
 */
record Sequel(boolean emptied, Optional<Remains> remains, List<Unseen> unseen) {

  /** Nothing happened. */
  static final Sequel NONE = new Sequel(false, Optional.empty(), List.of());

  /**
   * Concludes it from the files beside the log. Nothing is changed by that.
   *
   * @param now the log's name, and the file that has it
   * @param siblings the files beside it
   */
  static Sequel of(Generation last, Observation now, List<Sibling> siblings) throws IOException {
    Past past = Past.around(last, siblings);
    boolean same = last.key().matches(now.key());
    Optional<Sibling> own = past.own();
    boolean emptied = same || (own.isEmpty() && past.file().isPresent());
    if (same) {
      past = past.withoutCopyOf(now);
    }
    Optional<Sibling> bytes = own.isPresent() ? own : past.remains(emptied);
    return new Sequel(emptied, Remains.of(bytes, last), unseen(past, bytes, emptied));
  }

  private static List<Unseen> unseen(Past past, Optional<Sibling> bytes, boolean emptied)
      throws IOException {
    List<Unseen> unseen = new ArrayList<>();
    boolean copy = emptied;
    for (Sibling sibling : past.after(bytes)) {
      copy = copy && past.file().filter(sibling::equals).isEmpty(); // it was renamed, not copied
      Fingerprint head = Fingerprint.of(sibling.path());
      if (head.length() > 0 || !copy || sibling.size() > 0) {
        unseen.add(new Unseen(sibling, head, copy || isTorn(sibling)));
      }
    }
    return unseen;
  }

  /** Packed files are never empty: it was cut off while it was written. */
  private static boolean isTorn(Sibling sibling) {
    return sibling.size() == 0 && Sources.isPacked(sibling.path());
  }

  /** Whether nothing came after a generation of which nothing is known. */
  boolean isNothing() {
    return remains.isEmpty() && unseen.isEmpty();
  }

  /**
   * A file that came and went unseen.
   *
   * @param sibling which file
   * @param head of it
   * @param copy whether it is a copy of a file that was emptied then
   */
  record Unseen(Sibling sibling, Fingerprint head, boolean copy) {}
}
