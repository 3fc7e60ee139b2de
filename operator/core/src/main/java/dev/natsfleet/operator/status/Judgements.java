package dev.natsfleet.operator.status;

import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepWords;
import dev.natsfleet.operator.plan.Trouble;
import dev.natsfleet.operator.status.Conditions.Judgement;
import dev.natsfleet.operator.status.Conditions.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The five conditions, from what was seen, what is planned and what went wrong. */
final class Judgements {

  static final String DEGRADED = "Degraded";

  private Judgements() {}

  static List<Judgement> of(Observed observed, Plan plan, List<Trouble> troubles) {
    return List.of(
        ready(observed),
        progressing(observed, plan),
        judge(DEGRADED, degraded(observed, plan, troubles)),
        paused(observed),
        judge("Stalled", stalled(plan, troubles)));
  }

  /** Refusals, and calls that will fail again until somebody changes something. */
  static List<Note> stalled(Plan plan, List<Trouble> troubles) {
    Stream<Note> failed = troubles.stream().filter(t -> !t.passing()).map(Trouble::note);
    return Stream.concat(plan.refusals().stream(), failed).toList();
  }

  /** Degraded for this reason alone. */
  static Judgement degraded(Note why) {
    return judge(DEGRADED, List.of(why));
  }

  private static List<Note> degraded(Observed observed, Plan plan, List<Trouble> troubles) {
    List<Note> notes = new ArrayList<>();
    observed
        .registry()
        .unread()
        .ifPresent(u -> notes.add(new Note(Reason.REGISTRY_UNREACHABLE, u.message())));
    observed.cloud().unread().ifPresent(u -> notes.add(Trouble.of(u.kind(), u.message()).note()));
    notes.addAll(plan.warnings());
    troubles.stream().filter(Trouble::passing).map(Trouble::note).forEach(notes::add);
    return notes;
  }

  private static Judgement ready(Observed observed) {
    Census census = Census.of(observed);
    String count = "%d of %d nodes are ready".formatted(census.ready(), census.desired());
    if (observed.cloud().unread().isPresent()) {
      return new Judgement(
          "Ready", Standing.UNKNOWN, new Note(Reason.AWS_UNREACHABLE, "the group cannot be seen"));
    }
    if (observed.wish().deleting()) {
      return new Judgement("Ready", Standing.FALSE, new Note(Reason.DELETING, count));
    }
    boolean ready = observed.group().isPresent() && census.complete();
    Note why = new Note(ready ? Reason.ALL_READY : Reason.NOT_READY, count);
    return new Judgement("Ready", Standing.of(ready), why);
  }

  private static Judgement progressing(Observed observed, Plan plan) {
    if (observed.wish().spec().paused()) {
      return judge("Progressing", List.of());
    }
    List<Note> steps = plan.steps().stream().map(Judgements::note).toList();
    return judge("Progressing", plan.waits().isEmpty() ? steps : plan.waits());
  }

  private static Note note(Step step) {
    StepWords words = StepWords.of(step);
    return new Note(words.reason(), words.what() + ": " + step.why());
  }

  private static Judgement paused(Observed observed) {
    Note why =
        new Note(
            Reason.PAUSED, "spec.paused is true: nothing is written; set it to false to go on");
    return judge("Paused", observed.wish().spec().paused() ? List.of(why) : List.of());
  }

  private static Judgement judge(String type, List<Note> notes) {
    Optional<Note> first = notes.stream().findFirst();
    String message = notes.stream().map(Note::message).distinct().collect(Collectors.joining("; "));
    return first
        .map(note -> new Judgement(type, Standing.TRUE, new Note(note.reason(), message)))
        .orElseGet(() -> new Judgement(type, Standing.FALSE, new Note(Reason.AS_EXPECTED, "")));
  }
}
