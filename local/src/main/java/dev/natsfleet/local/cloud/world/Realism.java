package dev.natsfleet.local.cloud.world;

import java.time.Duration;

/**
 * How much of AWS's inconvenient behaviour the emulated cloud shows. What is not a setting here is
 * always as in AWS.
 *
 * @param propagation longest time until a describe call shows a change (EC2 API, "Eventual
 *     consistency")
 * @param activation longest time until a lifecycle action can be completed after its member has
 *     entered {@code …:Wait} (PrairieLearn, pull request 15586)
 * @param goneMembersHeld whether a member whose machine is gone waits in its terminate hook until
 *     the action is completed or has timed out (terraform-aws-gitlab-runner, issue 1117)
 */
public record Realism(Duration propagation, Duration activation, boolean goneMembersHeld) {

  /** Every change is visible at once. */
  public static final Realism NONE = new Realism(Duration.ZERO, Duration.ZERO, false);

  /** Changes are seen late; lifecycle actions and gone members behave as without realism. */
  public static final Realism LATE = new Realism(Duration.ofSeconds(2), Duration.ZERO, false);

  /** All that is known of AWS. */
  public static final Realism LIKE_AWS =
      new Realism(Duration.ofSeconds(2), Duration.ofSeconds(3), true);
}
