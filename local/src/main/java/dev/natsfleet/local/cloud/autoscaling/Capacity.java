package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.Refusal;
import org.jspecify.annotations.Nullable;

/** The sizes of a group; desired lies between the bounds. */
public record Capacity(int min, int max, int desired) {

  public Capacity {
    if (min < 0 || max < min) {
      throw Refusal.validation(
          "Max bound, " + max + ", must be greater than or equal to min bound, " + min);
    }
    if (desired < min || desired > max) {
      throw Refusal.validation(
          "Desired capacity:"
              + desired
              + " must be between the specified min size:"
              + min
              + " and max size:"
              + max);
    }
  }

  /** New bounds; without a new desired capacity the old one is moved to lie between them. */
  Capacity change(@Nullable Integer newMin, @Nullable Integer newMax, @Nullable Integer wanted) {
    int lower = newMin == null ? min : newMin;
    int upper = newMax == null ? max : newMax;
    int moved = Math.max(lower, Math.min(upper, desired));
    return new Capacity(lower, upper, wanted == null ? moved : wanted);
  }

  /** SetDesiredCapacity, with its own messages. */
  Capacity desire(int wanted) {
    if (wanted > max) {
      throw Refusal.validation(
          "New SetDesiredCapacity value "
              + wanted
              + " is above max value "
              + max
              + " for the AutoScalingGroup.");
    }
    if (wanted < min) {
      throw Refusal.validation(
          "New SetDesiredCapacity value "
              + wanted
              + " is below min value "
              + min
              + " for the AutoScalingGroup.");
    }
    return new Capacity(min, max, wanted);
  }

  /** One less, as a termination with decrement wants it. */
  Capacity decrement() {
    if (desired <= min) {
      throw Refusal.validation(
          "Currently, desiredSize equals minSize ("
              + min
              + "). Terminating instance without replacement will violate group's min size"
              + " constraint. Either set shouldDecrementDesiredCapacity flag to false or lower"
              + " group's min size.");
    }
    return new Capacity(min, max, desired - 1);
  }
}
