package dev.natsfleet.logs.receiver.ownership;

import java.util.List;
import java.util.Map;

/** Assigns partitions to this receiver, and withdraws them. */
public interface Ownership extends AutoCloseable {

  /** The leases of the partitions that this receiver is to write. */
  Map<Integer, Lease> assigned();

  /** Releases a partition of which everything is durable and closed: others may have it now. */
  void release(Lease lease);

  /** Claims no more partitions; those that we have stay ours until they are released. */
  void stopClaiming();

  /** What cannot be done for the leases now, and why; empty when all is well. */
  List<String> faults();

  @Override
  void close();
}
