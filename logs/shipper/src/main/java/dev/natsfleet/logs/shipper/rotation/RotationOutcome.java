package dev.natsfleet.logs.shipper.rotation;

import dev.natsfleet.logs.shipper.identity.Anchor;
import dev.natsfleet.logs.shipper.identity.ContentMatch;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a generation of a log, and which generations came after it without being seen.
 *
 * @param emptied whether its own file was truncated, so that nobody knows how much is lost
 * @param remains where its bytes are, if they are anywhere
 * @param unseen later files, oldest first
 */
public record RotationOutcome(
    boolean emptied, Optional<RemainingFile> remains, List<UnseenFile> unseen) {

  /** Judges the newest generation of a log, whose name stands for another file or for less. */
  public static RotationOutcome ofNewest(RotationObservation observation) {
    Optional<RotatedFile> intact = observation.intact();
    boolean emptied =
        observation.isInPlace() || (intact.isEmpty() && observation.own().isPresent());
    RotationObservation past = observation.isInPlace() ? observation.withoutCopy() : observation;
    Optional<RotatedFile> remains = intact.isPresent() ? intact : remains(past, emptied);
    return new RotationOutcome(
        emptied, remains.map(file -> remaining(past, file)), unseen(past, remains, emptied));
  }

  /** Judges a generation whose bytes are no longer where they were read. */
  public static RotationOutcome ofDisplaced(RotationObservation observation) {
    Optional<RotatedFile> intact = observation.intact();
    Optional<RotatedFile> remains =
        intact.isPresent() ? intact : remains(observation, observation.own().isPresent());
    return new RotationOutcome(
        intact.isEmpty(), remains.map(file -> remaining(observation, file)), List.of());
  }

  /**
   * Where a generation can be read now: in its own file, in another with its bytes, or at last in
   * its own file with whatever is in it.
   */
  public static Optional<RotatedFile> locate(RotationObservation observation) {
    Optional<RotatedFile> intact = observation.intact();
    return intact.isPresent() ? intact : remains(observation, false).or(observation::own);
  }

  /** Whether nothing came after a generation of which nothing is known. */
  public boolean isNothing() {
    return remains.isEmpty() && unseen.isEmpty();
  }

  /** Whether no file beside the log is, or was, the generation's, and none came after it. */
  public boolean isGone() {
    return !emptied && isNothing();
  }

  /**
   * Where the bytes are, when they are not in the own file. A file is copied before it is emptied;
   * the copy may end before the bytes that were read last.
   */
  private static Optional<RotatedFile> remains(RotationObservation observation, boolean emptied) {
    KnownGeneration generation = observation.generation();
    if (generation.blank()) {
      return emptied ? firstWritten(observation) : Optional.empty();
    }
    Optional<RotatedFile> whole = observation.first(ContentMatch.SAME);
    if (whole.isPresent() || !emptied) {
      return whole;
    }
    return observation
        .first(ContentMatch.SHORTER)
        .or(
            () ->
                observation
                    .order()
                    .firstNotBefore(generation)
                    .filter(file -> !observation.isOwn(file))
                    .filter(file -> observation.comparison(file).match() == ContentMatch.UNKNOWN));
  }

  private static Optional<RotatedFile> firstWritten(RotationObservation observation) {
    return observation.order().since(observation.generation(), observation.own()).stream()
        .filter(file -> observation.head(file).length() > 0)
        .findFirst();
  }

  private static RemainingFile remaining(RotationObservation observation, RotatedFile file) {
    boolean read = observation.generation().identity().anchor().length() > 0;
    return new RemainingFile(
        file, observation.head(file), observation.comparison(file).end().filter(end -> read));
  }

  private static List<UnseenFile> unseen(
      RotationObservation observation, Optional<RotatedFile> remains, boolean emptied) {
    List<RotatedFile> later =
        remains
            .filter(observation.order().files()::contains) // the name of any other says nothing
            .map(observation.order()::behind)
            .orElseGet(
                () -> observation.order().since(observation.generation(), observation.own()));
    List<UnseenFile> unseen = new ArrayList<>();
    boolean copied = emptied;
    for (RotatedFile file : later) {
      copied = copied && !observation.isOwn(file); // that one was renamed
      Fingerprint head = observation.head(file);
      boolean empty = file.size() == 0 || (observation.isEmptyPack(file) && !isTorn(file));
      if (head.length() > 0 || !copied || !empty) {
        unseen.add(new UnseenFile(file, head, copied || isTorn(file)));
      }
    }
    return unseen;
  }

  /** A packed file is never empty, unless packing was cut off. */
  private static boolean isTorn(RotatedFile file) {
    return file.size() == 0 && file.isPacked();
  }

  /**
   * The file that has what can still be read of a generation.
   *
   * @param file which file
   * @param head its first bytes
   * @param end its last bytes when all of it was read before; empty when there may be more
   */
  public record RemainingFile(RotatedFile file, Fingerprint head, Optional<Anchor> end) {}

  /**
   * A file that was the log for a while that nobody looked.
   *
   * @param file which file
   * @param head its first bytes
   * @param lossy whether it is a copy of a file that was emptied, or was not packed to its end
   */
  public record UnseenFile(RotatedFile file, Fingerprint head, boolean lossy) {}
}
