package dev.natsfleet.local.cloud.world;

import java.time.Duration;

/**
 * The delays of the emulated cloud.
 *
 * @param reaction from a change to the group's next evaluation
 * @param boot time from pending to running
 * @param proceed time spent in {@code Pending:Proceed} and {@code Terminating:Proceed}
 * @param slowdown delay before the first retry of a failed launch; doubled each time
 * @param slowest longest delay between such retries
 * @param memory how long describe calls show a terminated instance
 * @param realism delays and other inconveniences of AWS that can be left out
 */
public record CloudDelays(
    Duration reaction,
    Duration boot,
    Duration proceed,
    Duration slowdown,
    Duration slowest,
    Duration memory,
    Realism realism) {

  /** Shorter than in AWS, with the same proportions. */
  public static final CloudDelays QUICK =
      new CloudDelays(
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Realism.NONE);

  /** The same delays with this realism. */
  public CloudDelays with(Realism other) {
    return new CloudDelays(reaction, boot, proceed, slowdown, slowest, memory, other);
  }
}
