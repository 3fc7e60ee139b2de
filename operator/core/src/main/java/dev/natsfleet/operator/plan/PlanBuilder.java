package dev.natsfleet.operator.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan while the rules add to it, one after the other. Two switches carry the decision of one
 * rule to those after it; both start open and are never opened again.
 *
 * <ul>
 *   <li><b>Disruption</b>: a plan holds at most one step that disturbs a serving node. A rule asks
 *       {@link #canDisrupt} first and then plans {@link #disrupt}, or calls {@link
 *       #forbidDisruption} because a disturbance is under way already. Steps that disturb nobody
 *       are not affected.
 *   <li><b>Postponement</b>: after {@link #postpone} every step, of whatever rule, is kept for
 *       later: status shows it, and it is not made in this pass.
 * </ul>
 */
final class PlanBuilder {

  private final List<Step> steps = new ArrayList<>();
  private final List<Note> refusals = new ArrayList<>();
  private final List<Note> waits = new ArrayList<>();
  private final List<Note> warnings = new ArrayList<>();
  private final List<Note> offers = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private final List<Step> later = new ArrayList<>();
  private boolean disruptionForbidden;
  private boolean postponing;
  private int toReplace;

  /** Adds a step: to be made now, or later if {@link #postpone} was called. */
  PlanBuilder step(Step step) {
    (postponing ? later : steps).add(step);
    return this;
  }

  /** Adds the one step that disturbs a serving node, and forbids every other. */
  PlanBuilder disrupt(Step step) {
    forbidDisruption();
    return step(step);
  }

  /**
   * Forbids the rules that follow to disturb a serving node, without planning to disturb one: it is
   * disturbed already, or an earlier rule waits for its turn to do so.
   */
  void forbidDisruption() {
    disruptionForbidden = true;
  }

  /** Whether no disturbance is under way or planned: there is one at a time (invariant 3). */
  boolean canDisrupt() {
    return !disruptionForbidden;
  }

  PlanBuilder refuse(Reason reason, String message) {
    refusals.add(new Note(reason, message));
    return this;
  }

  /** Reports a wait; the steps that follow are made all the same. */
  PlanBuilder await(Reason reason, String message) {
    waits.add(new Note(reason, message));
    return this;
  }

  /** Reports a wait that the steps that follow depend on, and postpones all of them. */
  PlanBuilder postpone(Reason reason, String message) {
    postponing = true;
    return await(reason, message);
  }

  PlanBuilder warn(Reason reason, String message) {
    warnings.add(new Note(reason, message));
    return this;
  }

  /** Tells of what somebody may ask for, while nothing is wrong. */
  PlanBuilder offer(Reason reason, String message) {
    offers.add(new Note(reason, message));
    return this;
  }

  /** Says that a rollout is under way which still has to replace so many nodes. */
  void rollOut(int nodes) {
    toReplace = nodes;
  }

  /** Ends an entry of the journal, whose effect has been seen. */
  PlanBuilder endJournalEntry(String id) {
    ended.add(id);
    return this;
  }

  /** Whether a step of this id is planned for this pass. */
  boolean hasStep(String id) {
    return steps.stream().anyMatch(step -> StepDescription.of(step).id().equals(id));
  }

  /** The plan; {@code last} says whether nothing is left of the cluster once it is made. */
  Plan build(boolean last) {
    return new Plan(steps, later, refusals, waits, warnings, offers, ended, toReplace, last);
  }
}
