package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.status.StatusRenderer;
import dev.natsfleet.registry.PortException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the steps of a pass in the object's status before the first of them is made. A plan whose
 * steps are all shown there already is not written again.
 */
final class PlanPreview {

  private final ClusterStatus status;
  private final InstantSource wall;
  private final Set<PlannedStep> shown;
  private @Nullable NatsClusterStatus newest;
  private boolean refused;

  /**
   * A preview for one pass.
   *
   * @param before the status that the object has, or null
   * @param status the object's status
   */
  PlanPreview(@Nullable NatsClusterStatus before, ClusterStatus status, InstantSource wall) {
    this.newest = before;
    this.status = status;
    this.wall = wall;
    this.shown = new HashSet<>(before == null ? Set.of() : before.plan());
  }

  /**
   * Patches the status if the plan has a step for AWS that is not shown yet. A status that cannot
   * be written is the failure that comes back: the fleet is looked after all the same.
   */
  Optional<CallFailure> show(ClusterSnapshot cluster, Plan plan) {
    if (refused || plan.steps().stream().noneMatch(PlanPreview::isForAws)) {
      return Optional.empty();
    }
    NatsClusterStatus preview =
        StatusRenderer.render(cluster, plan, List.of(), newest, wall.instant());
    return shown.addAll(preview.plan()) ? patch(preview) : Optional.empty();
  }

  private Optional<CallFailure> patch(NatsClusterStatus preview) {
    try {
      status.patch(preview);
      newest = preview;
      return Optional.empty();
    } catch (PortException e) {
      refused = true;
      Note note = new Note(Reason.KUBERNETES_UNREACHABLE, String.valueOf(e.getMessage()));
      return Optional.of(new CallFailure(note, true));
    }
  }

  /** The status that the object has now, or null. */
  @Nullable NatsClusterStatus newest() {
    return newest;
  }

  private static boolean isForAws(Step step) {
    return !(step instanceof Step.PublishEndpoints || step instanceof Step.DeleteEndpoints);
  }
}
