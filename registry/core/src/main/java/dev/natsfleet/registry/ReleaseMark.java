package dev.natsfleet.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The mark that replaces the owner of tables after the Kubernetes object they belonged to is gone.
 * An object of the same namespace and name may take the tables over.
 *
 * @param cluster the cluster of the tables
 * @param at when they were released
 */
public record ReleaseMark(ClusterId cluster, Instant at) {

  /** Prefix of the mark; no UID of a Kubernetes object begins like this. */
  public static final String PREFIX = "released ";

  /** Whether this owner is the release mark of this cluster. */
  public static boolean isMarkOf(ClusterId cluster, String owner) {
    return owner.startsWith(PREFIX + cluster + " ");
  }

  /** The text that stands in the tables' tag and in the cluster's row. */
  @Override
  public String toString() {
    return PREFIX + cluster + " " + at.truncatedTo(ChronoUnit.SECONDS);
  }
}
