package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** Whose routes they are, not only how many, tells whether a silent server is linked. */
class NamedRoutesTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldKeepASilentServerThatBothOfTwoPeersAreLinkedToWhichAreCutFromOneAnother() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).cutFrom.add("i-002");
    fixture.machine(3).mute = true;

    // When
    fixture.runFor(THREE, 700);

    // Then
    assertThat(fixture.world.endpoints.addresses()).hasSize(3);
    assertThat(fixture.world.groups.machines).hasSize(3);
  }

  @Test
  void shouldReplaceASilentServerThatNoneOfThemIsLinkedTo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).cutFrom.add("i-002");
    fixture.machine(3).mute = true;
    fixture.machine(3).unlinked = true;

    // When
    fixture.runFor(THREE, 400);

    // Then
    assertThat(fixture.machine(3).isMember()).isFalse();
  }

  @Test
  void shouldCountTheRoutesOfAgentsThatDoNotNameThem() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.groups.machines.forEach(NamedRoutesTest::toldByNumber);
    fixture.machine(3).mute = true;
    fixture.machine(3).unlinked = true;

    // When
    fixture.runFor(THREE, 75);

    // Then
    assertThat(fixture.world.endpoints.addresses()).hasSize(2);
  }

  private static void toldByNumber(FakeMachine machine) {
    machine.namesLinks = false;
  }
}
