package dev.natsfleet.operator.world;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.reconcile.ClusterReconciliation;
import dev.natsfleet.operator.reconcile.Outcome;
import dev.natsfleet.operator.reconcile.RolloutPermit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator of a {@link FakeWorld}; when it is killed, another one is started. */
public final class RestartingOperator {
  private static final int PATIENCE = 400;

  /** The plans that were shown before they were made. */
  public final List<Announcement> announced = new ArrayList<>();

  private final FakeWorld world;
  private final CrashInjection crashes;
  private final RolloutPermit permit;
  private ClusterReconciliation loop;
  private @Nullable NatsClusterStatus status;

  /** How every write of a status fails, or null while they succeed. */
  public @Nullable RuntimeException statusFailure;

  /** The operator of this world alone. */
  public RestartingOperator(FakeWorld world, CrashInjection crashes) {
    this(world, crashes, new RolloutPermit(world.clocks().nanos()));
  }

  /**
   * One of several clusters of an operator.
   *
   * @param permit of the operator
   */
  public RestartingOperator(FakeWorld world, CrashInjection crashes, RolloutPermit permit) {
    this.world = world;
    this.permit = permit;
    this.crashes = crashes;
    this.loop = start();
  }

  /**
   * A plan that was shown.
   *
   * @param writes made by then
   */
  public record Announcement(int writes, List<String> steps) {}

  private ClusterReconciliation start() {
    return new ClusterReconciliation(crashes.around(world.ports()), world.clocks(), permit);
  }

  /** Replaces it by one that remembers nothing. */
  public void restart() {
    loop = start();
  }

  /** One pass; null if the operator was killed in it. */
  public @Nullable Outcome pass(DesiredCluster desired) {
    try {
      Outcome outcome = loop.run(desired, status, this::announce);
      status = outcome.status();
      return outcome;
    } catch (CrashInjection.Killed e) {
      loop = start();
      return null;
    }
  }

  private void announce(NatsClusterStatus plan) {
    if (statusFailure != null) {
      throw statusFailure;
    }
    status = plan;
    announced.add(
        new Announcement(crashes.writes(), plan.plan().stream().map(PlannedStep::step).toList()));
  }

  /** Makes a pass every second until there is nothing left to wait for. */
  public Outcome settle(DesiredCluster desired) {
    for (int i = 0; i < PATIENCE; i++) {
      Outcome outcome = pass(desired);
      if (outcome != null && !(outcome instanceof Outcome.Waiting)) {
        return outcome;
      }
      world.tick();
    }
    throw new AssertionError("not settled after " + PATIENCE + " s: " + status);
  }
}
