package dev.natsfleet.operator.loop;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What a pass came to, and when the next one is due. */
final class Judging {

  private static final Duration MOVING = Duration.ofSeconds(2);
  private static final Duration HASTELESS = Duration.ofSeconds(5);
  private static final Duration RESTING = Duration.ofSeconds(15);

  private Judging() {}

  static Outcome judge(Wish wish, Plan plan, Round round, NatsClusterStatus status) {
    if (plan.last() && round.made().containsAll(plan.steps())) {
      return new Outcome.Gone(status);
    }
    if (wish.spec().paused()) {
      return new Outcome.Settled(status, RESTING);
    }
    Optional<Note> refusal =
        Stream.concat(plan.refusals().stream(), round.refusal().stream()).findFirst();
    if (refusal.isPresent()) {
      return new Outcome.Refused(
          status, refusal.get(), plan.waits().isEmpty() ? RESTING : HASTELESS);
    }
    return round.troubles().stream()
        .filter(Trouble::passing)
        .findFirst()
        .<Outcome>map(trouble -> new Outcome.Waiting(status, trouble.note(), HASTELESS))
        .orElseGet(() -> undisturbed(plan, status));
  }

  private static Outcome undisturbed(Plan plan, NatsClusterStatus status) {
    return plan.settled() && ready(status)
        ? new Outcome.Settled(status, RESTING)
        : new Outcome.Waiting(status, waiting(plan), MOVING);
  }

  private static boolean ready(NatsClusterStatus status) {
    return status.conditions().stream()
        .anyMatch(
            condition -> condition.type().equals("Ready") && condition.status().equals("True"));
  }

  private static Note waiting(Plan plan) {
    return plan.waits().stream()
        .findFirst()
        .orElseGet(() -> new Note(Reason.RECOVERING, "the plan goes on in the next pass"));
  }
}
