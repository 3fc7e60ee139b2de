package dev.natsfleet.operator.status;

import dev.natsfleet.operator.observe.ClusterSnapshot;
import dev.natsfleet.operator.plan.CallFailure;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepDescription;
import dev.natsfleet.operator.status.Conditions.Judgement;
import dev.natsfleet.operator.status.Conditions.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The five conditions, judged from what was observed, what is planned and what failed. */
final class ConditionRules {

  static final String DEGRADED = "Degraded";

  private ConditionRules() {}

  static List<Judgement> judge(ClusterSnapshot cluster, Plan plan, List<CallFailure> failures) {
    return List.of(
        ReadyRule.judge(cluster, plan),
        progressing(cluster, plan),
        judge(DEGRADED, degraded(cluster, plan, failures)),
        paused(cluster),
        judge("Stalled", stalled(plan, failures)));
  }

  /** What is not done until somebody changes something: refusals, and calls that were refused. */
  static List<Note> stalled(Plan plan, List<CallFailure> failures) {
    Stream<Note> failed = failures.stream().filter(t -> !t.temporary()).map(CallFailure::note);
    return Stream.concat(plan.refusals().stream(), failed).toList();
  }

  /** The condition Degraded for this reason alone. */
  static Judgement degraded(Note why) {
    return judge(DEGRADED, List.of(why));
  }

  private static List<Note> degraded(
      ClusterSnapshot cluster, Plan plan, List<CallFailure> failures) {
    List<Note> notes = new ArrayList<>();
    cluster
        .registry()
        .failure()
        .ifPresent(u -> notes.add(new Note(Reason.REGISTRY_UNREACHABLE, u.message())));
    cluster
        .cloud()
        .failure()
        .ifPresent(u -> notes.add(CallFailure.of(u.kind(), u.message()).note()));
    notes.addAll(plan.warnings());
    failures.stream().filter(CallFailure::temporary).map(CallFailure::note).forEach(notes::add);
    return notes;
  }

  private static Judgement progressing(ClusterSnapshot cluster, Plan plan) {
    if (cluster.desired().spec().paused()) {
      return judge("Progressing", List.of());
    }
    List<Note> steps = plan.steps().stream().map(ConditionRules::note).toList();
    List<Note> moving = plan.waits().isEmpty() ? steps : plan.waits();
    return moving.isEmpty() && !plan.offers().isEmpty()
        ? new Judgement("Progressing", Standing.FALSE, plan.offers().getFirst())
        : judge("Progressing", moving);
  }

  private static Note note(Step step) {
    StepDescription description = StepDescription.of(step);
    return new Note(description.reason(), description.what() + ": " + step.why());
  }

  private static Judgement paused(ClusterSnapshot cluster) {
    Note why =
        new Note(
            Reason.PAUSED, "spec.paused is true: nothing is written; set it to false to go on");
    return judge("Paused", cluster.desired().spec().paused() ? List.of(why) : List.of());
  }

  private static Judgement judge(String type, List<Note> notes) {
    Optional<Note> first = notes.stream().findFirst();
    String message = notes.stream().map(Note::message).distinct().collect(Collectors.joining("; "));
    return first
        .map(note -> new Judgement(type, Standing.TRUE, new Note(note.reason(), message)))
        .orElseGet(() -> new Judgement(type, Standing.FALSE, new Note(Reason.AS_EXPECTED, "")));
  }
}
