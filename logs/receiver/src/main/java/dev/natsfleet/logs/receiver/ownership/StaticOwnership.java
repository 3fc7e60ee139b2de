package dev.natsfleet.logs.receiver.ownership;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ownership by list. Whoever writes the lists makes sure that no two receivers share one. */
public final class StaticOwnership implements Ownership {

  private final Map<Integer, Lease> leases;

  /** Owns these partitions until the program ends. */
  public StaticOwnership(List<Integer> partitions) {
    leases =
        partitions.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Lease::endless));
  }

  @Override
  public Map<Integer, Lease> assigned() {
    return leases;
  }

  @Override
  public void release(Lease lease) {
    // the partition stays ours by list
  }

  @Override
  public void stopClaiming() {
    // nothing is ever claimed
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  @Override
  public void close() {
    // there is nothing to release
  }
}
