package dev.natsfleet.logs.receiver.ownership;

import dev.natsfleet.logs.receiver.store.NotOwnerException;
import dev.natsfleet.logs.receiver.store.OwnershipCheck;
import java.util.function.LongSupplier;

/** The right to write a partition until a moment of our own monotonic clock. */
public final class Lease implements OwnershipCheck {

  private final int partition;
  private final long token;
  private final LongSupplier clock;
  private volatile long until;
  private volatile boolean endless;

  /** A lease that ends unless it is extended. The token is larger than those of all before. */
  public Lease(int partition, long token, LongSupplier clock, long until) {
    this.partition = partition;
    this.token = token;
    this.clock = clock;
    this.until = until;
  }

  /** A lease that never ends, whatever a clock says: the partition is ours by list. */
  public static Lease endless(int partition) {
    Lease lease = new Lease(partition, 0, () -> 0, 0);
    lease.endless = true;
    return lease;
  }

  /** The number of the partition. */
  public int partition() {
    return partition;
  }

  /** The fencing token; 0 of an endless lease. */
  public long token() {
    return token;
  }

  /** Whether the lease never ends. */
  public boolean isEndless() {
    return endless;
  }

  /** Whether it is certain that no other receiver has the partition. */
  public boolean isCertain() {
    return endless || clock.getAsLong() - until < 0;
  }

  @Override
  public void check() throws NotOwnerException {
    if (!isCertain()) {
      throw new NotOwnerException("the lease of partition " + partition + " has ended");
    }
  }

  void extend(long end) {
    until = end;
  }

  void end() {
    until = clock.getAsLong();
  }
}
