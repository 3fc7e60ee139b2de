package dev.natsfleet.operator.world;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.loop.ClusterLoop;
import dev.natsfleet.operator.loop.Outcome;
import dev.natsfleet.operator.observe.Wish;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator that looks after a {@link World}, and another one when it is killed. */
public final class Operators {
  private static final int PATIENCE = 400;

  /** The plans that were shown before they were made. */
  public final List<Announcement> announced = new ArrayList<>();

  private final World world;
  private final Deaths deaths;
  private ClusterLoop loop;
  private @Nullable NatsClusterStatus status;

  public Operators(World world, Deaths deaths) {
    this.world = world;
    this.deaths = deaths;
    this.loop = born();
  }

  /**
   * A plan that was shown.
   *
   * @param writes made by then
   */
  public record Announcement(int writes, List<String> steps) {}

  private ClusterLoop born() {
    return new ClusterLoop(deaths.around(world.ports()), world.clocks());
  }

  /** One pass; null if the operator was killed in it. */
  public @Nullable Outcome pass(Wish wish) {
    try {
      Outcome outcome = loop.run(wish, status, this::announce);
      status = outcome.status();
      return outcome;
    } catch (Deaths.Killed e) {
      loop = born();
      return null;
    }
  }

  private void announce(NatsClusterStatus plan) {
    status = plan;
    announced.add(
        new Announcement(deaths.writes(), plan.plan().stream().map(PlannedStep::step).toList()));
  }

  /** Passes and seconds in turn, until there is nothing left to wait for. */
  public Outcome settle(Wish wish) {
    for (int i = 0; i < PATIENCE; i++) {
      Outcome outcome = pass(wish);
      if (outcome != null && !(outcome instanceof Outcome.Waiting)) {
        return outcome;
      }
      world.tick();
    }
    throw new AssertionError("not settled after " + PATIENCE + " s: " + status);
  }
}
