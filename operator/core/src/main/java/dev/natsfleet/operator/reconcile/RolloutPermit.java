package dev.natsfleet.operator.reconcile;

import dev.natsfleet.registry.ClusterId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One permit for all clusters of an operator: a single cluster at a time replaces nodes for a new
 * template, so that a bad image is found in one of them. Its holder renews it with every plan that
 * goes on with the rollout, and gives it back with the first that does not. It is not kept over a
 * restart of the operator: whoever asks first has it then.
 */
public final class RolloutPermit {

  /** Twice the longest pause between two passes. */
  private static final long UNHEARD = Duration.ofMinutes(10).toNanos();

  private static final long WITHOUT_PROGRESS = Duration.ofMinutes(30).toNanos();

  private final LongSupplier nanos;
  private @Nullable Held held;

  /**
   * A permit that nobody holds.
   *
   * @param nanos a monotonic clock
   */
  public RolloutPermit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** The cluster that rolls out now, if it is another than this. */
  synchronized Optional<ClusterId> heldByOther(ClusterId cluster) {
    return Optional.ofNullable(held)
        .filter(h -> !h.by().equals(cluster) && h.isValid(nanos.getAsLong()))
        .map(Held::by);
  }

  /**
   * Takes or renews the permit, unless another cluster holds it.
   *
   * @param left nodes that are still to be replaced
   */
  synchronized boolean acquire(ClusterId cluster, int left) {
    if (heldByOther(cluster).isPresent()) {
      return false;
    }
    long now = nanos.getAsLong();
    long progressed =
        Optional.ofNullable(held)
            .filter(h -> h.by().equals(cluster) && h.left() == left)
            .map(Held::progressed)
            .orElse(now);
    held = new Held(cluster, left, progressed, now);
    return true;
  }

  /** Gives the permit back, if this cluster holds it. */
  public synchronized void release(ClusterId cluster) {
    held = held != null && held.by().equals(cluster) ? null : held;
  }

  private record Held(ClusterId by, int left, long progressed, long renewed) {

    boolean isValid(long now) {
      return now - renewed < UNHEARD && now - progressed < WITHOUT_PROGRESS;
    }
  }
}
