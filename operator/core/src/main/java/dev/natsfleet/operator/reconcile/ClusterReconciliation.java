package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.observe.Observer;
import dev.natsfleet.operator.plan.ClusterPlanner;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.port.ClusterStatus;
import dev.natsfleet.operator.port.Ports;
import dev.natsfleet.operator.status.StatusRenderer;
import dev.natsfleet.registry.ClusterId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation of one cluster: observe, plan, preview, execute, and again until nothing is
 * left to do now; then events and status. One object lives as long as the operator looks after the
 * cluster. It remembers since when each row has been silent, which events were published, and what
 * was refused; a new one only has to find that out again. Not thread safe: passes over one cluster
 * follow one another.
 */
public final class ClusterReconciliation {

  /** Plans in one pass; what takes more goes on in the next pass. */
  private static final int PLANS = 12;

  private final Ports ports;
  private final Clocks clocks;
  private final Observer observer;
  private final EventRecorder events;
  private final InternalErrorBackoff internalErrors;
  private final RolloutPermit permit;
  private Optional<RefusedCreation> refusedCreation = Optional.empty();

  /**
   * The reconciliation of the cluster that these ports are bound to.
   *
   * @param permit shared by all clusters of the operator
   */
  public ClusterReconciliation(Ports ports, Clocks clocks, RolloutPermit permit) {
    this.ports = ports;
    this.permit = permit;
    this.clocks = clocks;
    this.observer = new Observer(ports, clocks.nanos());
    this.events = new EventRecorder(ports.events());
    this.internalErrors = new InternalErrorBackoff(clocks.wall());
  }

  /**
   * What was observed, and what follows from it.
   *
   * @param at when the look at the cluster began, nanoseconds of the monotonic clock
   */
  private record PlannedCluster(ClusterSnapshot cluster, Plan plan, long at) {}

  /**
   * Makes one pass. Nothing that goes wrong in it is an exception: failed calls are part of the
   * outcome, and so is an error of the operator's own.
   *
   * @param before the status that the object has, or null
   * @param status the object's status, which shows a plan before its first step is made
   */
  public Outcome run(
      DesiredCluster desired, @Nullable NatsClusterStatus before, ClusterStatus status) {
    PlanPreview preview = new PlanPreview(before, status, clocks.wall());
    try {
      Outcome outcome = reconcile(desired, preview);
      internalErrors.reset(desired);
      return outcome;
    } catch (RuntimeException e) {
      Outcome.Failed failed = internalErrors.record(desired, preview.newest(), e);
      events.publish(failed.why());
      return failed;
    }
  }

  private Outcome reconcile(DesiredCluster desired, PlanPreview preview) {
    StepExecutor executor = new StepExecutor(ports, clocks);
    Optional<Note> known = refusal(desired);
    PlannedCluster now = plan(desired, known);
    if (!desired.spec().paused()) {
      now = execute(now, known, preview, executor);
      Optional<Note> refusal = executor.refusal();
      if (refusal.isPresent() && refusal(desired).isEmpty()) {
        now = rollBackCreation(desired, refusal.get(), preview, executor);
      }
    }
    events.publish(now.plan(), executor.done(), executor.failures());
    NatsClusterStatus status =
        StatusRenderer.render(
            now.cluster(),
            now.plan(),
            executor.failures(),
            preview.newest(),
            clocks.wall().instant());
    return OutcomeRules.judge(desired, now.plan(), executor, status);
  }

  /**
   * Observes the cluster and plans for what it sees. A plan that rolls out needs the permit; if
   * another cluster has taken it meanwhile, it is planned again without.
   */
  private PlannedCluster plan(DesiredCluster desired, Optional<Note> refusal) {
    long at = clocks.nanos().getAsLong();
    ClusterSnapshot seen = observer.observe(desired);
    PlannedCluster first = plan(seen, at, permit.heldByOther(desired.id()), refusal);
    int left = first.plan().toReplace();
    if (!seen.isRead()) {
      return first; // what cannot be seen is not over
    }
    if (left == 0 || desired.spec().paused()) {
      permit.release(desired.id());
      return first;
    }
    return permit.acquire(desired.id(), left)
        ? first
        : plan(seen, at, permit.heldByOther(desired.id()), refusal);
  }

  private static PlannedCluster plan(
      ClusterSnapshot seen, long at, Optional<ClusterId> other, Optional<Note> refusal) {
    ClusterSnapshot cluster = seen.withOtherRollout(other);
    return new PlannedCluster(cluster, ClusterPlanner.plan(cluster, refusal), at);
  }

  /**
   * Executes what can be done now, and gives the plan that is left.
   *
   * @param refusal the same for all plans of a pass, even if its pause ends meanwhile
   */
  private PlannedCluster execute(
      PlannedCluster first, Optional<Note> refusal, PlanPreview preview, StepExecutor executor) {
    PlannedCluster now = first;
    for (int plans = 1; plans < PLANS; plans++) {
      preview.show(now.cluster(), now.plan()).ifPresent(executor::report);
      boolean goesOn = executor.execute(now.cluster(), now.plan(), now.at());
      if (executor.hasDeleted()) {
        observer.expectAbsence();
      }
      if (!goesOn || now.plan().last()) {
        break;
      }
      now = plan(first.cluster().desired(), refusal);
    }
    return now;
  }

  /** If this was a first creation, takes back what it made, until it is tried again. */
  private PlannedCluster rollBackCreation(
      DesiredCluster desired, Note refusal, PlanPreview preview, StepExecutor executor) {
    PlannedCluster now = plan(desired, Optional.of(refusal));
    if (!ClusterPlanner.canRollBackCreation(now.cluster())) {
      return now;
    }
    refusedCreation =
        Optional.of(
            RefusedCreation.after(refusedCreation, desired, refusal, clocks.nanos().getAsLong()));
    executor.resume();
    return execute(now, Optional.of(refusal), preview, executor);
  }

  /** Why the creation is not tried again yet, if it was refused. */
  private Optional<Note> refusal(DesiredCluster desired) {
    return refusedCreation
        .filter(refused -> refused.isHolding(desired, clocks.nanos().getAsLong()))
        .map(RefusedCreation::why);
  }
}
