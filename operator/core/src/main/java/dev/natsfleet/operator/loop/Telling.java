package dev.natsfleet.operator.loop;

import dev.natsfleet.operator.plan.Note;
import dev.natsfleet.operator.plan.Plan;
import dev.natsfleet.operator.plan.Step;
import dev.natsfleet.operator.plan.StepWords;
import dev.natsfleet.operator.plan.Trouble;
import dev.natsfleet.operator.port.Events;
import dev.natsfleet.operator.port.Events.Notice;
import dev.natsfleet.operator.port.Events.Tone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of every decision and every refusal once, and again when it has changed in between. */
final class Telling {

  private final Events events;
  private Set<Notice> told = Set.of();

  Telling(Events events) {
    this.events = events;
  }

  void tell(Plan plan, List<Step> made, List<Trouble> troubles) {
    Set<Notice> now = new LinkedHashSet<>();
    made.stream().map(Telling::decision).forEach(now::add);
    Stream.of(plan.refusals(), plan.warnings(), troubles.stream().map(Trouble::note).toList())
        .flatMap(List::stream)
        .map(Telling::warning)
        .forEach(now::add);
    now.stream().filter(notice -> !told.contains(notice)).forEach(events::publish);
    told = now;
  }

  /** Tells of what ended a pass before there was a plan. */
  void tell(Note note) {
    Notice notice = warning(note);
    if (!told.contains(notice)) {
      events.publish(notice);
    }
    told = Set.of(notice);
  }

  private static Notice decision(Step step) {
    StepWords words = StepWords.of(step);
    return new Notice(Tone.NORMAL, words.reason().text(), words.what() + ": " + step.why());
  }

  private static Notice warning(Note note) {
    return new Notice(Tone.WARNING, note.reason().text(), note.message());
  }
}
