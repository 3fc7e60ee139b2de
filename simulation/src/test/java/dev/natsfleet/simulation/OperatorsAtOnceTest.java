package dev.natsfleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.run.Simulation;
import dev.natsfleet.simulation.run.SimulationResult;
import dev.natsfleet.simulation.story.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nothing keeps two operators apart: an upgrade or a partition lets both of them act. */
class OperatorsAtOnceTest {

  @Test
  void shouldGoOnInTheMiddleOfAPassAfterAnotherHasTakenItsPlace() {
    // Given
    String fault = "at 16s stop the operator's process while another takes its place for 45s";

    // When
    SimulationResult result = run(fault);

    // Then
    assertThat(linesOf(result, "operator 1.1"))
        .containsSubsequence("is stopped", "goes on", "is killed");
    assertThat(linesOf(result, "operator 1.2")).contains("starts").doesNotContain("is killed");
    assertThat(result.violations()).isEmpty();
  }

  @Test
  void shouldUndoWhatAnOlderVersionOrdersThatDoesNotKnowTheField() {
    // Given
    String field = "at 60s declare a largest message of 3 Mi";
    String older = "at 120s run an older version of the operator beside it for 70s";

    // When
    SimulationResult result = run(field + "\n" + older);

    // Then
    assertThat(linesOf(result, "operator 3.2")).anyMatch(line -> line.contains("order apply-"));
    assertThat(result.violations()).isEmpty();
  }

  private static SimulationResult run(String faults) {
    String head = "seed 1, 3 nodes, capacity owner Operator\n";
    return Simulation.run(Story.parse(head + faults), Set.of());
  }

  private static List<String> linesOf(SimulationResult result, String who) {
    return result.log().lines().stream()
        .filter(line -> line.who().equals(who))
        .map(EventLog.Line::what)
        .toList();
  }
}
