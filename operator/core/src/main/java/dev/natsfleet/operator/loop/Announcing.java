package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.status.StatusWriter;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the steps of a pass in the object's status before the first of them is made. A plan of
 * which every step stands there already is not written again.
 */
final class Announcing {
  private final Consumer<NatsClusterStatus> announce;
  private final InstantSource wall;
  private final Set<PlannedStep> shown;
  private @Nullable NatsClusterStatus newest;

  /**
   * @param before the status that the object has, or null
   * @param announce writes a status into the object
   */
  Announcing(
      @Nullable NatsClusterStatus before,
      Consumer<NatsClusterStatus> announce,
      InstantSource wall) {
    this.newest = before;
    this.announce = announce;
    this.wall = wall;
    this.shown = new HashSet<>(before == null ? Set.of() : before.plan());
  }

  void show(Observed observed, Plan plan) {
    if (plan.steps().stream().noneMatch(Announcing::touchesAws)) {
      return;
    }
    NatsClusterStatus status =
        StatusWriter.write(observed, plan, List.of(), newest, wall.instant());
    if (shown.addAll(status.plan())) {
      announce.accept(status);
      newest = status;
    }
  }

  /** The status that the object has now, or null. */
  @Nullable NatsClusterStatus newest() {
    return newest;
  }

  private static boolean touchesAws(Step step) {
    return !(step instanceof Step.Publish || step instanceof Step.DeleteEndpoints);
  }
}
