package dev.natsfleet.local.cloud.autoscaling;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.Arrays;

/** The two lifecycle transitions at which a hook can hold an instance. */
public enum HookTransition {
  LAUNCHING("autoscaling:EC2_INSTANCE_LAUNCHING", MemberState.PENDING_WAIT),
  TERMINATING("autoscaling:EC2_INSTANCE_TERMINATING", MemberState.TERMINATING_WAIT);

  private final String text;
  private final MemberState waiting;

  HookTransition(String text, MemberState waiting) {
    this.text = text;
    this.waiting = waiting;
  }

  public String text() {
    return text;
  }

  MemberState waiting() {
    return waiting;
  }

  /** The transition with this name in AWS. */
  public static HookTransition of(String text) {
    return Arrays.stream(values())
        .filter(hookTransition -> hookTransition.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                CloudException.validation(
                    "Invalid lifecycle transition '" + text + "' specified."));
  }
}
