package dev.natsfleet.local.cloud.imds;

import java.time.Instant;

/** What an instance is told about its end. */
public sealed interface Notice {

  /** EC2 takes the Spot instance back then. */
  record SpotInterruption(Instant at) implements Notice {}

  /** EC2 expects that it may take the instance back; given at that time. */
  record Rebalance(Instant at) implements Notice {}
}
