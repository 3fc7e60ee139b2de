package dev.natsfleet.logs.shipper.rotation;

import dev.natsfleet.logs.shipper.identity.ContentComparison;
import dev.natsfleet.logs.shipper.identity.FileIdentity;
import dev.natsfleet.logs.shipper.identity.RotatedFile;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a generation of a log before its rotation is judged.
 *
 * @param number of the generation, from 1
 * @param identity by which its file is recognised
 * @param packed whether its file was packed when it was last seen
 * @param blank whether nothing is known of its bytes
 * @param modified time of its last change in nanoseconds since 1970
 */
public record KnownGeneration(
    long number, FileIdentity identity, boolean packed, boolean blank, long modified) {

  /** The generation's own file by device, inode and birth, whatever is in it now. */
  public Optional<RotatedFile> ownFile(List<RotatedFile> files) {
    return files.stream().filter(this::isOwnFile).findFirst();
  }

  /**
   * Whether its own file need not be compared. A packed file is not unpacked again to prove what
   * its time of birth proves.
   */
  public boolean isProvedBy(RotatedFile own) {
    return packed && own.key().certain() && identity.key().certain();
  }

  /**
   * Whether a file has the generation's bytes, or was born with it when none are known.
   *
   * @param comparison of the file with the generation
   */
  public boolean isSame(RotatedFile file, ContentComparison comparison) {
    return blank ? file.key().birth() == identity.key().birth() : comparison.isSame();
  }

  /** A file that was packed since is another file. */
  private boolean isOwnFile(RotatedFile file) {
    return file.key().matches(identity.key()) && file.isPacked() == packed;
  }
}
