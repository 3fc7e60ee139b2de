package dev.natsfleet.operator.reconcile;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what a pass came to, and when the next one is due. */
final class OutcomeRules {

  private static final Duration WHILE_MOVING = Duration.ofSeconds(2);
  private static final Duration WHILE_FAILING = Duration.ofSeconds(5);
  private static final Duration WHEN_SETTLED = Duration.ofSeconds(15);

  private OutcomeRules() {}

  static Outcome judge(
      DesiredCluster desired, Plan plan, StepExecutor executor, NatsClusterStatus status) {
    if (plan.last() && executor.done().containsAll(plan.steps())) {
      return new Outcome.Gone(status);
    }
    if (desired.spec().paused()) {
      return new Outcome.Settled(status, WHEN_SETTLED);
    }
    Optional<Note> refusal =
        Stream.concat(plan.refusals().stream(), executor.refusal().stream()).findFirst();
    if (refusal.isPresent()) {
      return new Outcome.Refused(
          status, refusal.get(), plan.waits().isEmpty() ? WHEN_SETTLED : WHILE_FAILING);
    }
    return executor.failures().stream()
        .filter(CallFailure::temporary)
        .findFirst()
        .<Outcome>map(failure -> new Outcome.Waiting(status, failure.note(), WHILE_FAILING))
        .orElseGet(() -> withoutFailure(plan, status));
  }

  private static Outcome withoutFailure(Plan plan, NatsClusterStatus status) {
    return plan.isSettled() && isReady(status)
        ? new Outcome.Settled(status, WHEN_SETTLED)
        : new Outcome.Waiting(
            status, firstWait(plan), isQueued(plan) ? WHEN_SETTLED : WHILE_MOVING);
  }

  /** Whether nothing moves until the rollout of another cluster is over. */
  private static boolean isQueued(Plan plan) {
    return plan.steps().isEmpty()
        && plan.waits().stream().map(Note::reason).toList().equals(List.of(Reason.ROLLOUT_QUEUED));
  }

  private static boolean isReady(NatsClusterStatus status) {
    return status.conditions().stream()
        .anyMatch(
            condition -> condition.type().equals("Ready") && condition.status().equals("True"));
  }

  private static Note firstWait(Plan plan) {
    return plan.waits().stream()
        .findFirst()
        .orElseGet(() -> new Note(Reason.RECOVERING, "the plan goes on in the next pass"));
  }
}
