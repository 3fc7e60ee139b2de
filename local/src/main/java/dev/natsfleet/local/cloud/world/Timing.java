package dev.natsfleet.local.cloud.world;

import java.time.Duration;

/**
 * How long the cloud takes for what AWS does in its own time.
 *
 * @param reaction from a cause to the group's next look at itself
 * @param boot from pending to running
 * @param proceed spent in {@code Pending:Proceed} and {@code Terminating:Proceed}
 * @param slowdown before the first retry of a launch that failed; doubled each time
 * @param slowest longest time between such retries
 * @param memory how long a terminated instance is still described
 */
public record Timing(
    Duration reaction,
    Duration boot,
    Duration proceed,
    Duration slowdown,
    Duration slowest,
    Duration memory) {

  /** Faster than AWS, in the same order. */
  public static final Timing QUICK =
      new Timing(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofHours(1));
}
