package dev.natsfleet.local.cloud.imds;

import java.time.Instant;

/** A notice in an instance's metadata about its end. */
public sealed interface InstanceNotice {

  /** EC2 reclaims the Spot instance at this time. */
  record SpotInterruption(Instant at) implements InstanceNotice {}

  /** EC2 expects to reclaim the instance; the notice was given at this time. */
  record Rebalance(Instant at) implements InstanceNotice {}
}
