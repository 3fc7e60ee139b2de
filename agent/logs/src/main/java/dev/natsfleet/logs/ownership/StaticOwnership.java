package dev.natsfleet.logs.ownership;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Partitions by list: ours for ever. That no other has them is up to who wrote the list. */
public final class StaticOwnership implements Ownership {

  private final Map<Integer, Lease> leases;

  /** Owns these partitions. */
  public StaticOwnership(List<Integer> partitions) {
    leases =
        partitions.stream()
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Lease::endless));
  }

  @Override
  public Map<Integer, Lease> wanted() {
    return leases;
  }

  @Override
  public void release(Lease lease) {
    // endless: the partition stays ours
  }

  @Override
  public void retire() {
    // takes none anyway
  }

  @Override
  public void close() {
    // nothing is held
  }
}
