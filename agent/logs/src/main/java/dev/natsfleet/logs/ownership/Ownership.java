package dev.natsfleet.logs.ownership;

import java.util.Map;

/** Gives partitions and asks for them back. */
public interface Ownership extends AutoCloseable {

  /** Partitions that are ours and that we should keep. */
  Map<Integer, Lease> wanted();

  /** Everything of a partition is durable and closed: others may have it now. */
  void release(Lease lease);

  /** Takes no more partitions; those we have stay ours until they are released. */
  void retire();

  @Override
  void close();
}
