package dev.natsfleet.operator.observe;

import java.util.Map;

/**
 * What the annotations of a NatsCluster allow. They are kept apart from the specification because
 * each is said once, by a person who has read a refusal.
 *
 * @param takeOver the owner whose resources this object may take over, as the refusal names it;
 *     empty for nobody's
 * @param deletionAllowed whether nodes that clients are connected to may go with the object
 * @param rollOut another value asks for the image that a parameter names now, and for what was
 *     refused before; empty at first
 */
public record ObjectAnnotations(String takeOver, boolean deletionAllowed, String rollOut) {

  /** Names the owner whose resources are taken over. */
  public static final String TAKE_OVER = "natsfleet.dev/take-over";

  /** With the value {@code true}: nodes go although clients are connected to them. */
  public static final String ALLOW_DELETION = "natsfleet.dev/allow-deletion";

  /**
   * Asks, with another value, for the image that a parameter names now, and for a template or
   * settings that were refused.
   */
  public static final String ROLL_OUT = "natsfleet.dev/roll-out";

  /** No annotation at all. */
  public static final ObjectAnnotations NONE = new ObjectAnnotations("", false, "");

  /** Reads the annotations of an object; unknown ones are not ours. */
  public static ObjectAnnotations of(Map<String, String> annotations) {
    return new ObjectAnnotations(
        annotations.getOrDefault(TAKE_OVER, ""),
        "true".equals(annotations.get(ALLOW_DELETION)),
        annotations.getOrDefault(ROLL_OUT, ""));
  }
}
