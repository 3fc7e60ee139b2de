package dev.natsfleet.operator.aws;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Reads many values with one call instead of many. A value that was read recently is answered from
 * the cache; otherwise all values that were asked for lately are read at once. After a write the
 * next answer is fresh.
 */
final class BatchedReadCache<V> {

  private final Function<Set<String>, Map<String, V>> read;
  private final long maxAgeNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Long> asked = new HashMap<>();
  private Map<String, V> values = Map.of();
  private Set<String> covered = Set.of();
  private long readAt;

  /**
   * @param read reads the values of these names; absent ones are left out
   * @param maxAge how old an answer may be; a name that was not asked for in a hundred times that
   *     is dropped
   */
  BatchedReadCache(
      Function<Set<String>, Map<String, V>> read, Duration maxAge, LongSupplier nanoTime) {
    this.read = read;
    this.maxAgeNanos = maxAge.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The value, or empty if there is none. */
  synchronized Optional<V> get(String name) {
    long now = nanoTime.getAsLong();
    asked.put(name, now);
    if (!covered.contains(name) || now - readAt >= maxAgeNanos) {
      refresh(now);
    }
    return Optional.ofNullable(values.get(name));
  }

  /** Makes the next answer fresh; called after every write. */
  synchronized void invalidate() {
    covered = Set.of();
  }

  private void refresh(long now) {
    asked.values().removeIf(last -> now - last > 100 * maxAgeNanos);
    Set<String> names = new HashSet<>(asked.keySet());
    covered = Set.of();
    values = read.apply(names);
    covered = names;
    readAt = now;
  }
}
