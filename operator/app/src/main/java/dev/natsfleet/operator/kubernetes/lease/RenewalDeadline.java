package dev.natsfleet.operator.kubernetes.lease;

import dev.natsfleet.operator.reconcile.Clocks;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when a leader may act: for a while after the time that stands in the Lease, by the
 * monotonic clock of this machine. Others take the Lease later than that.
 */
final class RenewalDeadline {

  private final Clocks clocks;
  private final Duration limit;
  private volatile long renewedNanos;

  RenewalDeadline(Clocks clocks, Duration limit) {
    this.clocks = clocks;
    this.limit = limit;
    this.renewedNanos = clocks.nanos().getAsLong();
  }

  /**
   * The Lease was renewed.
   *
   * @param written the time that was written into it, which is when the renewal began
   */
  void renewed(Instant written) {
    Duration age = Duration.between(written, clocks.wall().instant());
    renewedNanos = clocks.nanos().getAsLong() - Math.max(0, age.toNanos());
  }

  /** How long this process may still act; zero or less when its time is up. */
  Duration remaining() {
    return limit.minusNanos(clocks.nanos().getAsLong() - renewedNanos);
  }
}
