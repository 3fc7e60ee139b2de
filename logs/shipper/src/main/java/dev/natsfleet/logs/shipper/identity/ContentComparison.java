package dev.natsfleet.logs.shipper.identity;

import java.util.Optional;

/**
 * A file whose bytes were compared with known ones.
 *
 * @param match the result
 * @param end the last bytes of the file; only when it ends before the known ones
 */
public record ContentComparison(ContentMatch match, Optional<Anchor> end) {

  /** The comparison with a file that cannot be read, or has other bytes. */
  public static final ContentComparison OTHER = of(ContentMatch.OTHER);

  /** A comparison with a file of which the end does not matter. */
  public static ContentComparison of(ContentMatch match) {
    return new ContentComparison(match, Optional.empty());
  }

  /** Whether the file has the known bytes. */
  public boolean isSame() {
    return match == ContentMatch.SAME;
  }
}
