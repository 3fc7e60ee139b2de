package dev.natsfleet.simulation.run;

import dev.natsfleet.simulation.check.Violation;
import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.story.Story;
import java.util.List;
import java.util.Optional;

/**
 * What came of a story.
 *
 * @param violations in their order
 * @param failure the violation that ended it, if one did
 * @param nanos virtual time
 * @param log what happened
 */
public record SimulationResult(
    Story story,
    List<Violation> violations,
    Optional<Violation> failure,
    long nanos,
    EventLog log) {

  public SimulationResult {
    violations = List.copyOf(violations);
  }
}
