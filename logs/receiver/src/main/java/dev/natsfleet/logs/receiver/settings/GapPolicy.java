package dev.natsfleet.logs.receiver.settings;

import java.time.Duration;

/**
 * What a receiver does while bytes of a log are missing.
 *
 * @param timeout after which the gap is written down as a loss
 * @param bytes of records behind gaps that are kept in memory meanwhile
 */
public record GapPolicy(Duration timeout, long bytes) {

  /** The policy of one of so many partitions, which share the memory. */
  public GapPolicy share(int partitions) {
    return new GapPolicy(timeout, bytes / partitions);
  }
}
