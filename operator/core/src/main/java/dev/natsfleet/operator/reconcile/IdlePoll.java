package dev.natsfleet.operator.reconcile;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.ReadResult;
import dev.natsfleet.operator.port.NodeGroup;
import dev.natsfleet.operator.port.NodeGroups;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches a settled cluster at little cost. Anybody may terminate an instance at any time, and AWS
 * notifies nobody; so the group alone is polled often, which takes one call for all clusters of a
 * Region. A whole pass is due when the group or the specification differs from that of the last
 * pass, or when that pass has grown old. Not thread safe: passes over one cluster follow one
 * another.
 */
public final class IdlePoll {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final NodeGroups groups;
  private final LongSupplier nanos;
  private @Nullable Settled last;

  /**
   * A poll of one cluster.
   *
   * @param nanos a monotonic clock
   */
  public IdlePoll(NodeGroups groups, LongSupplier nanos) {
    this.groups = groups;
    this.nanos = nanos;
  }

  /** The outcome of the last pass, while it still holds; empty if a whole pass is due. */
  public Optional<Outcome> poll(DesiredCluster desired) {
    return Optional.ofNullable(last)
        .filter(settled -> settled.isValid(desired, group(), nanos.getAsLong()))
        .map(Settled::outcome);
  }

  /** Remembers what a whole pass came to, and gives it with the time until the next poll. */
  public Outcome remember(DesiredCluster desired, Outcome outcome) {
    last = outcome instanceof Outcome.Settled settled ? settled(desired, settled) : null;
    return last == null ? outcome : last.outcome();
  }

  private Settled settled(DesiredCluster desired, Outcome.Settled outcome) {
    long until = nanos.getAsLong() + outcome.next().toNanos();
    return new Settled(desired, group(), new Outcome.Settled(outcome.status(), INTERVAL), until);
  }

  private ReadResult<Optional<NodeGroup>> group() {
    return ReadResult.of(groups::observe);
  }

  private record Settled(
      DesiredCluster desired,
      ReadResult<Optional<NodeGroup>> group,
      Outcome.Settled outcome,
      long until) {

    boolean isValid(DesiredCluster now, ReadResult<Optional<NodeGroup>> seen, long nanos) {
      return now.equals(desired) && seen.equals(group) && nanos - until < 0;
    }
  }
}
