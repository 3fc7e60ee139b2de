package dev.natsfleet.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The mark that tables carry in place of an owner after the object they were kept for is gone: an
 * object of the same namespace and name may take them over.
 *
 * @param cluster whose tables they are
 * @param at when they were released
 */
public record Released(ClusterId cluster, Instant at) {

  /** No UID of a Kubernetes object begins like this. */
  public static final String PREFIX = "released ";

  /** Whether this is the mark of a cluster of this name. */
  public static boolean marks(ClusterId cluster, String owner) {
    return owner.startsWith(PREFIX + cluster + " ");
  }

  /** As it stands in a tag and in the cluster's row. */
  @Override
  public String toString() {
    return PREFIX + cluster + " " + at.truncatedTo(ChronoUnit.SECONDS);
  }
}
