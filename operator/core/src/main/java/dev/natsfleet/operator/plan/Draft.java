package dev.natsfleet.operator.plan;

import java.util.ArrayList;
import java.util.List;

/** A plan while its chapters are being written. */
final class Draft {

  private final List<Step> steps = new ArrayList<>();
  private final List<Note> refusals = new ArrayList<>();
  private final List<Note> waits = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final List<Step> later = new ArrayList<>();
  private boolean disrupted;
  private boolean barred;

  Draft step(Step step) {
    (barred ? later : steps).add(step);
    return this;
  }

  /** Adds a step that disturbs a serving node; the chapter has asked {@link #mayDisrupt}. */
  Draft disrupt(Step step) {
    disrupted = true;
    return step(step);
  }

  /** Holds every disruption of the chapters that follow. */
  void hold() {
    disrupted = true;
  }

  /** Whether no disruption is under way or planned: there is one at a time (invariant 3). */
  boolean mayDisrupt() {
    return !disrupted;
  }

  Draft refuse(Reason reason, String message) {
    refusals.add(new Note(reason, message));
    return this;
  }

  Draft await(Reason reason, String message) {
    waits.add(new Note(reason, message));
    return this;
  }

  /** Waits, and keeps the steps that follow for later: they are shown and not made. */
  Draft bar(Reason reason, String message) {
    barred = true;
    return await(reason, message);
  }

  Draft warn(Reason reason, String message) {
    warnings.add(new Note(reason, message));
    return this;
  }

  Draft end(String id) {
    ended.add(id);
    return this;
  }

  boolean plans(String id) {
    return steps.stream().anyMatch(step -> StepWords.of(step).id().equals(id));
  }

  Plan done(boolean last) {
    return new Plan(steps, later, refusals, waits, warnings, ended, last);
  }
}
