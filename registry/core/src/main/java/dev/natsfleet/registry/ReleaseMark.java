package dev.natsfleet.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The mark that replaces the owner of what outlives its Kubernetes object. A later object of the
 * same owner may take it over without being asked to.
 *
 * @param owner who released it
 * @param at when it was released
 */
public record ReleaseMark(String owner, Instant at) {

  private static final String PREFIX = "released ";

  /** Whether this text is the mark of something that this owner released. */
  public static boolean isMarkOf(String owner, String text) {
    return text.startsWith(PREFIX + owner + " ");
  }

  /** The text that stands in the tag {@code natsfleet:owner} and in the cluster's row. */
  @Override
  public String toString() {
    return PREFIX + owner + " " + at.truncatedTo(ChronoUnit.SECONDS);
  }
}
