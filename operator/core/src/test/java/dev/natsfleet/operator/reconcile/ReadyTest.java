package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

class ReadyTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldCallNodesReadyWhileOneThatTheyExpectIsComingUp() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(3).says = NodeState.JOINED;
    fixture.machine(3).unlinked = true;
    fixture.runFor(THREE, 10);

    // When
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(2);
    assertThat(outcome.status().nodes()).extracting("routes").startsWith("1/2", "1/2");
  }

  @Test
  void shouldNotKnowWhatIsReadyWhileNoAgentIsHeard() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.groups.members().forEach(machine -> machine.mute = true);

    // When
    fixture.runFor(THREE, 60);
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("Unknown");
    assertThat(outcome.status().reason()).isEqualTo("RegistrySilent");
    assertThat(outcome.status().ready()).as("as it was seen last").isEqualTo(3);
    assertThat(outcome.status().replicas()).isEqualTo(3);
  }

  @Test
  void shouldBeReadyOnlyWhenNodesRunAsDeclared() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    DesiredCluster other = SampleClusters.payload("2Mi");

    // When
    Outcome outcome = fixture.pass(other);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("False");
    assertThat(ReconciliationFixture.condition(outcome, "Ready").reason())
        .isEqualTo("ApplyingSettings");
    outcome = fixture.operator.settle(other);
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("True");
  }

  @Test
  void shouldNotBeReadyWhileTheTablesAreAway() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    fixture.world.registry.delete();

    // Then
    for (int second = 0; second < 20; second++) {
      Outcome outcome = fixture.pass(THREE);
      assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isNotEqualTo("True");
      fixture.world.tick();
    }
    assertThat(fixture.world.groups.members()).as("nobody is ended for it").hasSize(3);
  }

  @Test
  void shouldNotCountReadyNodesOfNone() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    Outcome outcome = fixture.pass(SampleClusters.nodes(0));

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("False");
    assertThat(ReconciliationFixture.condition(outcome, "Ready").message())
        .doesNotContain("of 0 nodes");
  }

  @Test
  void shouldSayThatNodesRunAnotherVersionThanDeclared() {
    // Given
    ReconciliationFixture fixture =
        ReconciliationFixture.settled(SampleClusters.version(THREE, "2.15.0"));

    // Then
    assertThat(fixture.events("VersionDiffers"))
        .singleElement()
        .asString()
        .contains("spec.version is 2.15.0", "2.15.2=[i-001, i-002, i-003]", "spec.nodes.image");
  }
}
