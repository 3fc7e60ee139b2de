package dev.natsfleet.operator.plan;

import java.util.List;

/**
 * What to do next.
 *
 * @param steps to be made now, in this order; at most one of them disturbs a serving node
 * @param later steps that depend on a wait; shown, and planned again when it is over
 * @param refusals what was asked for and is not done until somebody changes something
 * @param waits what has to happen before there is more to do
 * @param warnings what is not well and delays nothing
 * @param offers what somebody may ask for, while nothing is wrong
 * @param ended ids in the journal whose effect has been seen
 * @param toReplace how many nodes a rollout that is under way still has to replace; 0 if there is
 *     none, or if it does not go on
 * @param last whether nothing is left of the cluster once the steps are made
 */
public record Plan(
    List<Step> steps,
    List<Step> later,
    List<Note> refusals,
    List<Note> waits,
    List<Note> warnings,
    List<Note> offers,
    List<String> ended,
    int toReplace,
    boolean last) {

  public Plan {
    steps = List.copyOf(steps);
    later = List.copyOf(later);
    refusals = List.copyOf(refusals);
    waits = List.copyOf(waits);
    warnings = List.copyOf(warnings);
    offers = List.copyOf(offers);
    ended = List.copyOf(ended);
  }

  /** Whether there is nothing to do and nothing to wait for. */
  public boolean isSettled() {
    return steps.isEmpty() && waits.isEmpty() && refusals.isEmpty();
  }
}
