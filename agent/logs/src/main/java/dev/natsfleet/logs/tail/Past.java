package dev.natsfleet.logs.tail;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files beside a log, in their order, held against the generations that are known. The order is
 * the proof: what stands behind the newest file of a known generation came later. Times of change
 * serve only where no file of an earlier generation is left.
 */
final class Past {

  private final Generation generation;
  private final Optional<Sibling> file;
  private final List<Sibling> files;
  private final boolean ordered;

  private Past(
      Generation generation, Optional<Sibling> file, List<Sibling> files, boolean ordered) {
    this.generation = generation;
    this.file = file;
    this.files = files;
    this.ordered = ordered;
  }

  /**
   * The files between those of the generations before one and those of the generations after it.
   *
   * @throws NoSuchFileException when a file was renamed meanwhile
   */
  static Past around(Generation generation, List<Sibling> all) throws NoSuchFileException {
    List<Sibling> siblings = ranked(all);
    int from = 0;
    int to = siblings.size();
    for (Generation other : generation.log().generations()) {
      Optional<Sibling> file =
          other == generation ? Optional.empty() : find(other, siblings.subList(from, to));
      if (file.isPresent() && other.number() < generation.number()) {
        from = siblings.indexOf(file.get()) + 1;
      } else if (file.isPresent()) {
        to = siblings.indexOf(file.get());
      }
    }
    Optional<Sibling> file = Finder.byKey(all, generation); // under whatever name
    return new Past(generation, file, siblings.subList(from, to), from > 0);
  }

  /** Those that have a place in the order; a name that says nothing counts when it is alone. */
  private static List<Sibling> ranked(List<Sibling> all) {
    List<Sibling> ranked = all.stream().filter(Sibling::isRanked).toList();
    return ranked.size() < 2 ? ranked : ranked.stream().filter(one -> !one.isAlone()).toList();
  }

  /**
   * Without a copy that is being made of the log as it is: it is newest, and its bytes are here.
   */
  Past withoutCopyOf(Observation now) throws IOException {
    boolean made = !files.isEmpty() && Finder.isCopy(files.getLast(), now.path());
    return made ? new Past(generation, file, files.subList(0, files.size() - 1), ordered) : this;
  }

  /** The generation's own file, whatever is in it now. */
  Optional<Sibling> file() {
    return file;
  }

  /** The generation's own file, when it still has the generation's bytes. */
  Optional<Sibling> own() throws NoSuchFileException {
    Optional<Sibling> own = file();
    return own.isPresent() && Finder.isSame(own.get(), generation) ? own : Optional.empty();
  }

  /**
   * Where the generation's bytes are, when they are not in its own file.
   *
   * @param emptied whether it was emptied, which a copy comes before, as a rule; the copy may end
   *     before what was read of it
   */
  Optional<Sibling> remains(boolean emptied) throws IOException {
    if (generation.isBlank()) {
      return emptied ? firstWritten() : Optional.empty();
    }
    Optional<Sibling> whole = first(Kinship.SAME);
    if (whole.isPresent() || !emptied) {
      return whole;
    }
    Optional<Sibling> part = first(Kinship.SHORTER);
    boolean next = part.isEmpty() && !files.isEmpty() && isUntold(files.getFirst());
    return next ? Optional.of(files.getFirst()) : part;
  }

  /** Files that came after this one; after what was seen of the generation, when it is none. */
  List<Sibling> after(Optional<Sibling> file) {
    return file.map(one -> files.subList(files.indexOf(one) + 1, files.size()))
        .orElseGet(() -> since().toList());
  }

  private Stream<Sibling> since() {
    return files.stream()
        .filter(
            one ->
                ordered
                    || one.modified() > generation.modified()
                    || file.filter(one::equals).isPresent());
  }

  private boolean isUntold(Sibling sibling) throws NoSuchFileException {
    boolean late = ordered || sibling.modified() >= generation.modified();
    return late && Kinship.of(sibling.path(), generation) == Kinship.UNTOLD;
  }

  private Optional<Sibling> firstWritten() throws IOException {
    for (Sibling sibling : since().toList()) {
      if (Fingerprint.of(sibling.path()).length() > 0) {
        return Optional.of(sibling);
      }
    }
    return Optional.empty();
  }

  private Optional<Sibling> first(Kinship kinship) throws NoSuchFileException {
    for (Sibling sibling : files) {
      if (Kinship.of(sibling.path(), generation) == kinship) {
        return Optional.of(sibling);
      }
    }
    return Optional.empty();
  }

  /** What is packed is not unpacked again to prove what its time of birth proves. */
  private static boolean isSettled(Sibling own, Generation generation) {
    return generation.isPacked() && own.key().certain() && generation.key().certain();
  }

  private static Optional<Sibling> find(Generation generation, List<Sibling> siblings)
      throws NoSuchFileException {
    Optional<Sibling> own = Finder.byKey(siblings, generation);
    if (own.isPresent()
        && (isSettled(own.get(), generation) || Finder.isSame(own.get(), generation))) {
      return own;
    }
    Past all = new Past(generation, own, siblings, true);
    return generation.isBlank() ? Optional.empty() : all.first(Kinship.SAME);
  }
}
