package dev.natsfleet.logs.ownership;

import dev.natsfleet.logs.store.Guard;
import dev.natsfleet.logs.store.NotOwnerException;
import java.util.function.LongSupplier;

/** The right to write a partition, until a moment of our own monotonic clock. */
public final class Lease implements Guard {

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

  /** A lease that never ends: nobody else may have the partition. */
  public static Lease endless(int partition) {
    Lease lease = new Lease(partition, 0, System::nanoTime, 0);
    lease.endless = true;
    return lease;
  }

  /** The partition. */
  public int partition() {
    return partition;
  }

  /** The fencing token; 0 of an endless lease. */
  public long token() {
    return token;
  }

  /** Whether nobody else may ever have the partition. */
  public boolean isEndless() {
    return endless;
  }

  /** Whether it is certain that nobody else has the partition. */
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
