package dev.natsfleet.operator.port;

import org.jspecify.annotations.Nullable;

/**
 * How large a group may be and should be.
 *
 * @param min smallest
 * @param desired wanted, or null to leave it to its owner
 * @param max largest
 */
public record GroupSize(int min, @Nullable Integer desired, int max) {

  /** Nothing can be launched, not even by mistake: how a group is created. */
  public static final GroupSize CLOSED = new GroupSize(0, 0, 0);

  public GroupSize {
    if (min < 0 || min > max || (desired != null && (desired < min || desired > max))) {
      throw new IllegalArgumentException(
          "size is not min <= desired <= max: " + min + ", " + desired + ", " + max);
    }
  }

  @Override
  public String toString() {
    return min + " <= " + (desired == null ? "any" : desired) + " <= " + max;
  }
}
