package dev.natsfleet.logs.shipper.identity;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A file beside a log that a rotation may have made of it.
 *
 * @param path of the file
 * @param key which file it is
 * @param size in bytes, packed or not
 * @param modified time of the last change in nanoseconds since 1970, which packing keeps
 * @param rank its place among the others according to {@link RotatedName}
 */
public record RotatedFile(Path path, FileKey key, long size, long modified, int rank) {

  /** Highest number first; names with dates, or without either, in the order of the names. */
  public static final Comparator<RotatedFile> OLDEST_FIRST =
      Comparator.comparingInt(RotatedFile::rank)
          .reversed()
          .thenComparing(RotatedFile::plainName)
          .thenComparing(RotatedFile::isPacked);

  /** A file of the log of this name. */
  public static RotatedFile of(String log, Path path, FileKey key, long size, long modified) {
    return new RotatedFile(
        path, key, size, modified, RotatedName.rank(log, path.getFileName().toString()));
  }

  /** The same in another directory than the log's, where its name says nothing. */
  public RotatedFile elsewhere() {
    return new RotatedFile(path, key, size, modified, RotatedName.UNRANKED);
  }

  /** Its name without the ending that packing has added. */
  public String plainName() {
    return PackedFormat.stripped(path.getFileName().toString());
  }

  /** Whether it is packed. */
  public boolean isPacked() {
    return PackedFormat.isPacked(path);
  }

  /** Whether its name shows that it was rotated, and not when. */
  public boolean isLone() {
    return rank == RotatedName.LONE;
  }

  /** Whether its name is one that a rotation gives. */
  public boolean isRanked() {
    return rank != RotatedName.UNRANKED;
  }

  /** Whether a listing shows the same file under the same name. */
  public boolean isSameEntry(RotatedFile other) {
    return path.equals(other.path) && key.inode() == other.key.inode();
  }
}
