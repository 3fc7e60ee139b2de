package dev.natsfleet.operator.status;

import dev.natsfleet.operator.observe.Observed;
import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Reason;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepWords;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One word for people, and the reason for it.
 *
 * @param word as the status documents it
 * @param reason stable CamelCase word
 */
record Phase(String word, String reason) {

  private static final Set<String> FIRST = Set.of("", "Pending", "Forming");
  private static final Set<Reason> UPDATES =
      Set.of(Reason.APPLYING_SETTINGS, Reason.REPLACING_NODE, Reason.RECOVERING);

  static Phase of(Observed observed, Plan plan, Optional<Note> stalled, String before) {
    String reason =
        Stream.concat(plan.waits().stream().map(Note::reason), plan.steps().stream().map(Phase::of))
            .map(Reason::text)
            .findFirst()
            .orElse(Reason.ALL_READY.text());
    if (observed.wish().spec().paused()) {
      return new Phase("Paused", Reason.PAUSED.text());
    }
    if (stalled.isPresent()) {
      return new Phase("Stalled", stalled.get().reason().text());
    }
    return observed.wish().deleting()
        ? new Phase("Deleting", reason)
        : new Phase(moving(observed, plan, before), reason);
  }

  private static String moving(Observed observed, Plan plan, String before) {
    if (observed.cloud().seen().isPresent() && observed.group().isEmpty()) {
      return "Pending";
    }
    boolean complete = Census.of(observed).complete();
    if (FIRST.contains(before) && !complete) {
      return "Forming";
    }
    if (has(plan, UPDATES)) {
      return "Updating";
    }
    return plan.waits().isEmpty() && plan.steps().isEmpty() ? "Running" : "Scaling";
  }

  private static boolean has(Plan plan, Set<Reason> reasons) {
    return Stream.concat(
            plan.waits().stream().map(Note::reason), plan.steps().stream().map(Phase::of))
        .anyMatch(reasons::contains);
  }

  private static Reason of(Step step) {
    return StepWords.of(step).reason();
  }
}
