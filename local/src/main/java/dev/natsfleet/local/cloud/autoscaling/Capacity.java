package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.CloudException;
import org.jspecify.annotations.Nullable;

/** The sizes of a group; the desired capacity lies between the bounds. */
public record Capacity(int min, int max, int desired) {

  public Capacity {
    if (min < 0 || max < min) {
      throw CloudException.validation(
          "Max bound, " + max + ", must be greater than or equal to min bound, " + min);
    }
    if (desired < min || desired > max) {
      throw CloudException.validation(
          "Desired capacity:"
              + desired
              + " must be between the specified min size:"
              + min
              + " and max size:"
              + max);
    }
  }

  /**
   * The capacity with new bounds. Without a new desired capacity the old one is moved between the
   * bounds.
   */
  Capacity withBounds(
      @Nullable Integer newMin, @Nullable Integer newMax, @Nullable Integer wanted) {
    int lower = newMin == null ? min : newMin;
    int upper = newMax == null ? max : newMax;
    int moved = Math.max(lower, Math.min(upper, desired));
    return new Capacity(lower, upper, wanted == null ? moved : wanted);
  }

  /** The capacity after SetDesiredCapacity, which has its own error messages. */
  Capacity withDesired(int wanted) {
    if (wanted > max) {
      throw CloudException.validation(
          "New SetDesiredCapacity value "
              + wanted
              + " is above max value "
              + max
              + " for the AutoScalingGroup.");
    }
    if (wanted < min) {
      throw CloudException.validation(
          "New SetDesiredCapacity value "
              + wanted
              + " is below min value "
              + min
              + " for the AutoScalingGroup.");
    }
    return new Capacity(min, max, wanted);
  }

  /** The capacity after a termination with decrement. */
  Capacity decrement() {
    if (desired <= min) {
      throw CloudException.validation(
          "Currently, desiredSize equals minSize ("
              + min
              + "). Terminating instance without replacement will violate group's min size"
              + " constraint. Either set shouldDecrementDesiredCapacity flag to false or lower"
              + " group's min size.");
    }
    return new Capacity(min, max, desired - 1);
  }
}
