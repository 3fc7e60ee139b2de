package dev.natsfleet.logs.shipper.rotation;

import dev.natsfleet.logs.shipper.identity.ContentComparison;
import dev.natsfleet.logs.shipper.identity.ContentMatch;
import dev.natsfleet.logs.shipper.identity.FileKey;
import dev.natsfleet.logs.shipper.identity.Fingerprint;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that was read of a log's files to judge what became of one of its generations.
 *
 * @param generation which one
 * @param current the file that has the log's name; empty when the name does not matter
 * @param own the generation's own file among the rotated ones, whatever is in it now
 * @param order the rotated files that may belong to the generation
 * @param comparisons of these files and of the own one with the generation; those behind the first
 *     that is the same are not compared
 * @param heads the first bytes of those of these files that can be read
 * @param copying whether the newest file is a copy that is being made of the log as it is
 */
public record RotationObservation(
    KnownGeneration generation,
    Optional<FileKey> current,
    Optional<RotatedFile> own,
    RotatedFileOrder order,
    Map<Path, ContentComparison> comparisons,
    Map<Path, Fingerprint> heads,
    boolean copying) {

  /** Whether the log's name still stands for the generation's own file. */
  boolean isInPlace() {
    return current.filter(generation.identity().key()::matches).isPresent();
  }

  /** The own file, when it still has the generation's bytes. */
  public Optional<RotatedFile> intact() {
    return own.filter(file -> generation.isSame(file, comparison(file)));
  }

  /** How a file compares with the generation. */
  ContentComparison comparison(RotatedFile file) {
    return comparisons.getOrDefault(file.path(), ContentComparison.OTHER);
  }

  /** The first bytes of a file. */
  Fingerprint head(RotatedFile file) {
    return heads.getOrDefault(file.path(), Fingerprint.NONE);
  }

  /** Whether nothing is in a packed file; of one that cannot be unpacked nobody knows. */
  boolean isEmptyPack(RotatedFile file) {
    return file.isPacked() && heads.containsKey(file.path()) && head(file).length() == 0;
  }

  /** Whether a file is the generation's own. */
  boolean isOwn(RotatedFile file) {
    return own.filter(file::equals).isPresent();
  }

  /**
   * The oldest other file that compares like this. What is in the own file, unless it is {@link
   * #intact}, was written after the generation's bytes were cut off.
   */
  Optional<RotatedFile> first(ContentMatch match) {
    return order.files().stream()
        .filter(file -> comparison(file).match() == match && !isOwn(file))
        .findFirst();
  }

  /** The same without the copy that is being made, whose bytes the log still has. */
  RotationObservation withoutCopy() {
    return copying
        ? new RotationObservation(
            generation, current, own, order.withoutNewest(), comparisons, heads, false)
        : this;
  }
}
