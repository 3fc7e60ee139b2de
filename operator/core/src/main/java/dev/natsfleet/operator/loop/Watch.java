package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.observe.Reading;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Group;
import dev.natsfleet.operator.port.NodeGroups;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an eye on a cluster that rests. Somebody may end an instance at any time, and AWS tells
 * nobody; so the group alone is looked at often, which costs one call for all clusters of a Region,
 * and a whole pass is made when the group or the wish is another than at the last one, or the rest
 * is over. Not thread safe: passes of one cluster follow one another.
 */
public final class Watch {

  private static final Duration GLANCE = Duration.ofSeconds(5);

  private final NodeGroups groups;
  private final LongSupplier nanos;
  private @Nullable Rest rest;

  /**
   * Watches over one cluster.
   *
   * @param nanos a monotonic clock
   */
  public Watch(NodeGroups groups, LongSupplier nanos) {
    this.groups = groups;
    this.nanos = nanos;
  }

  /** Makes a pass, or sees that none is needed and gives the outcome of the last. */
  public Outcome pass(Wish wish, Supplier<Outcome> whole) {
    if (rest == null || !rest.holds(wish, group(), nanos.getAsLong())) {
      Outcome outcome = whole.get();
      rest = outcome instanceof Outcome.Settled settled ? rest(wish, settled) : null;
      return rest == null ? outcome : rest.outcome();
    }
    return rest.outcome();
  }

  private Rest rest(Wish wish, Outcome.Settled settled) {
    long until = nanos.getAsLong() + settled.next().toNanos();
    return new Rest(wish, group(), new Outcome.Settled(settled.status(), GLANCE), until);
  }

  private Reading<Optional<Group>> group() {
    return Reading.of(groups::observe);
  }

  private record Rest(
      Wish wish, Reading<Optional<Group>> group, Outcome.Settled outcome, long until) {

    boolean holds(Wish now, Reading<Optional<Group>> seen, long nanos) {
      return now.equals(wish) && seen.equals(group) && nanos - until < 0;
    }
  }
}
