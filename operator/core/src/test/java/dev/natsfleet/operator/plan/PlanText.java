package dev.natsfleet.operator.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as lines for people. */
final class PlanText {

  private PlanText() {}

  static String of(Plan plan) {
    return Stream.of(
            lines("do", plan.steps(), PlanText::step),
            lines("later", plan.later(), PlanText::step),
            lines("refuse", plan.refusals(), PlanText::note),
            lines("wait", plan.waits(), PlanText::note),
            lines("warn", plan.warnings(), PlanText::note),
            lines("offer", plan.offers(), PlanText::note),
            lines("end", plan.ended(), Function.identity()),
            plan.last() ? "last\n" : "")
        .collect(Collectors.joining());
  }

  private static <T> String lines(String verb, List<T> things, Function<T, String> text) {
    return things.stream()
        .map(thing -> verb + " " + text.apply(thing) + "\n")
        .collect(Collectors.joining());
  }

  private static String step(Step step) {
    return StepDescription.of(step).what() + ": " + step.why();
  }

  private static String note(Note note) {
    return note.reason().text() + ": " + note.message();
  }
}
