package dev.natsfleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.natsfleet.simulation.clock.EventLog;
import dev.natsfleet.simulation.fault.Fault;
import dev.natsfleet.simulation.fault.FaultTable;
import dev.natsfleet.simulation.world.SampleSpec;
import dev.natsfleet.simulation.world.SimulatedWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault may be drawn for any moment: also for one in which what it concerns is not there. */
class FaultWithoutSubjectTest {

  /** The machines are launched, and EC2 does not know their instances yet. */
  private static final Duration LAUNCHED = Duration.ofSeconds(18);

  static List<String> sentences() {
    return FaultTable.phrases().stream()
        .map(phrase -> phrase.replace("<seconds>", "5"))
        .map(phrase -> phrase.replaceAll("<([^>|-]+(?:-[a-z]+)?)[|-][^>]*>", "$1"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void shouldBeginAndEndWhenNothingIsThereOrKnownYet(String sentence) {
    // Given
    Fault fault = Fault.parse("at 0s " + sentence);
    SimulatedWorld empty = new SimulatedWorld(1, SampleSpec.nodes(3));
    SimulatedWorld launching = launching();

    // When / Then
    assertThatCode(() -> fault.begin(empty).run()).doesNotThrowAnyException();
    assertThatCode(() -> fault.begin(launching).run()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "terminate node 1 in EC2",
        "keep the agent of node 1 dead for 5s",
        "make version 3 of the launch template the default"
      })
  void shouldTellThatItChangesNothing(String sentence) {
    // Given
    SimulatedWorld world = launching();

    // When
    Fault.parse("at 0s " + sentence).begin(world);

    // Then
    assertThat(world.log().lines().getLast())
        .extracting(EventLog.Line::what)
        .asString()
        .matches("is refused: .*|changes nothing: .*");
  }

  private static SimulatedWorld launching() {
    SimulatedWorld world = new SimulatedWorld(1, SampleSpec.nodes(3));
    world.start();
    world.clock().advance(LAUNCHED);
    return world;
  }
}
