package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.Refusal;
import java.util.Arrays;

/** The two moments at which a hook can hold an instance. */
public enum Transition {
  LAUNCHING("autoscaling:EC2_INSTANCE_LAUNCHING", LifecycleState.PENDING_WAIT),
  TERMINATING("autoscaling:EC2_INSTANCE_TERMINATING", LifecycleState.TERMINATING_WAIT);

  private final String text;
  private final LifecycleState waiting;

  Transition(String text, LifecycleState waiting) {
    this.text = text;
    this.waiting = waiting;
  }

  public String text() {
    return text;
  }

  LifecycleState waiting() {
    return waiting;
  }

  /** The transition that AWS calls so. */
  public static Transition of(String text) {
    return Arrays.stream(values())
        .filter(transition -> transition.text.equals(text))
        .findFirst()
        .orElseThrow(
            () -> Refusal.validation("Invalid lifecycle transition '" + text + "' specified."));
  }
}
