package dev.natsfleet.operator.plan;

import java.util.List;
import java.util.Optional;

/**
 * What to do next.
 *
 * @param steps in their order; at most one of them disrupts a serving node
 * @param later what follows once the waits are over, as far as it can be told now
 * @param refusals what was wanted and is not done, until somebody changes something
 * @param waits what has to happen before there is more to do
 * @param warnings what does not hold anything up and is not well all the same
 * @param ended ids in the journal whose effect has been seen
 * @param last whether nothing is left of the cluster once the steps are made
 */
public record Plan(
    List<Step> steps,
    List<Step> later,
    List<Note> refusals,
    List<Note> waits,
    List<Note> warnings,
    List<String> ended,
    boolean last) {

  public Plan {
    steps = List.copyOf(steps);
    later = List.copyOf(later);
    refusals = List.copyOf(refusals);
    waits = List.copyOf(waits);
    warnings = List.copyOf(warnings);
    ended = List.copyOf(ended);
  }

  /** Why the plan as a whole cannot go on, if it cannot. */
  public Optional<Note> refusal() {
    return refusals.stream().findFirst();
  }

  /** Whether there is nothing to do and nothing to wait for. */
  public boolean settled() {
    return steps.isEmpty() && waits.isEmpty() && refusals.isEmpty();
  }
}
