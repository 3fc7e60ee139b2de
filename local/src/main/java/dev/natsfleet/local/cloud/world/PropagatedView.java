package dev.natsfleet.local.cloud.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What describe calls show of one kind of resource. Each change becomes visible after a delay of
 * its own; the changes of one resource become visible in their order.
 */
public final class PropagatedView<T> {

  private final World world;
  private final Supplier<Map<String, T>> truth;
  private final Map<String, T> visible = new LinkedHashMap<>();
  private final List<Change<T>> pending = new ArrayList<>();
  private Map<String, T> recorded = Map.of();

  /**
   * A change on its way.
   *
   * @param value null if the resource was removed
   */
  private record Change<T>(String key, @Nullable T value, Instant visibleFrom) {}

  PropagatedView(World world, Supplier<Map<String, T>> truth) {
    this.world = world;
    this.truth = truth;
  }

  /** The resources by id, as describe calls show them now. */
  public Map<String, T> read() {
    if (world.delays().realism().propagation().isZero()) {
      return truth.get();
    }
    pending.stream().filter(this::isDue).forEach(this::show);
    pending.removeIf(this::isDue);
    return new LinkedHashMap<>(visible);
  }

  /** One resource; empty if describe calls do not show it. */
  public Optional<T> find(String key) {
    return Optional.ofNullable(read().get(key));
  }

  /** Records what has changed since the last call, as a change of this moment. */
  void recordChanges() {
    Map<String, T> present = new LinkedHashMap<>(truth.get());
    Set<String> keys = new LinkedHashSet<>(recorded.keySet());
    keys.addAll(present.keySet());
    for (String key : keys) {
      T value = present.get(key);
      if (!Objects.equals(value, recorded.get(key))) {
        pending.add(new Change<>(key, value, visibleFrom(key)));
      }
    }
    recorded = present;
  }

  private Instant visibleFrom(String key) {
    Instant own = world.now().plus(world.delayUpTo(world.delays().realism().propagation()));
    return pending.stream()
        .filter(change -> change.key().equals(key))
        .map(Change::visibleFrom)
        .reduce(own, (one, other) -> one.isAfter(other) ? one : other);
  }

  private boolean isDue(Change<T> change) {
    return !change.visibleFrom().isAfter(world.now());
  }

  private void show(Change<T> change) {
    if (change.value() == null) {
      visible.remove(change.key());
    } else {
      visible.put(change.key(), change.value());
    }
  }
}
