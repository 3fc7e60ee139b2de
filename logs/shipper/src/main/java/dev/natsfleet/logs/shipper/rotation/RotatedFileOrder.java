package dev.natsfleet.logs.shipper.rotation;

import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.util.List;
import java.util.Optional;

/**
 * The rotated files that may belong to a generation, in their order. The order is the proof: what
 * stands behind the file of an earlier generation came later than that one. Times of change serve
 * only where no file of an earlier generation is left.
 *
 * @param files oldest first
 * @param ordered whether the file of an earlier generation stands before them
 */
public record RotatedFileOrder(List<RotatedFile> files, boolean ordered) {

  /** No files. */
  public static final RotatedFileOrder NONE = new RotatedFileOrder(List.of(), false);

  /** All files that have a place in the order; a name without any counts when it is alone. */
  public static RotatedFileOrder of(List<RotatedFile> all) {
    List<RotatedFile> ranked = all.stream().filter(RotatedFile::isRanked).toList();
    return new RotatedFileOrder(
        ranked.size() < 2 ? ranked : ranked.stream().filter(file -> !file.isLone()).toList(),
        false);
  }

  /** Without the file of an earlier generation, and those before it. */
  public RotatedFileOrder after(RotatedFile earlier) {
    return new RotatedFileOrder(files.subList(files.indexOf(earlier) + 1, files.size()), true);
  }

  /** Without the file of a later generation, and those behind it. */
  public RotatedFileOrder before(RotatedFile later) {
    return new RotatedFileOrder(files.subList(0, files.indexOf(later)), ordered);
  }

  /** Without the newest file. */
  RotatedFileOrder withoutNewest() {
    return new RotatedFileOrder(files.subList(0, files.size() - 1), ordered);
  }

  /** The files behind one of them. */
  List<RotatedFile> behind(RotatedFile file) {
    return files.subList(files.indexOf(file) + 1, files.size());
  }

  /**
   * The files that are later than what is known of a generation, or as late: what has the time of
   * its last change, and not its bytes, was written to its file after that was emptied.
   */
  List<RotatedFile> since(KnownGeneration generation, Optional<RotatedFile> own) {
    return files.stream()
        .filter(
            file ->
                ordered
                    || file.modified() > generation.modified()
                    || (file.modified() == generation.modified() && !generation.blank())
                    || own.filter(file::equals).isPresent())
        .toList();
  }

  /** The oldest file, unless it is older than what is known of a generation. */
  Optional<RotatedFile> firstNotBefore(KnownGeneration generation) {
    return files.stream()
        .limit(1)
        .filter(file -> ordered || file.modified() >= generation.modified())
        .findFirst();
  }
}
