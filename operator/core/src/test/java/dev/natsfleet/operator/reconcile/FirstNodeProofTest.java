package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

/** New settings are proven when the first node is well with them, and still well after a while. */
class FirstNodeProofTest {

  private static final DesiredCluster NEW = SampleClusters.payload("2Mi");

  @Test
  void shouldGiveNewSettingsToNobodyElseForHalfAMinute() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);

    // When
    fixture.runFor(NEW, 29);

    // Then
    assertThat(stable(fixture)).isEqualTo(before);
    assertThat(fixture.machine(2).revision).isEqualTo(before);
    assertThat(ReconciliationFixture.condition(fixture.pass(NEW), "Progressing").message())
        .contains("i-001 serves with settings")
        .contains("the others follow, when it has been ready for 30 s");
  }

  @Test
  void shouldGoOnWhenTheFirstNodeIsStillWell() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);

    // When
    fixture.runFor(NEW, 40);

    // Then
    assertThat(stable(fixture)).isNotEqualTo(before);
    assertThat(fixture.machine(2).revision).isNotEqualTo(before);
  }

  @Test
  void shouldBeginTheTimeAnewWhenTheFirstNodeWasNotWellForAMoment() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);
    fixture.runFor(NEW, 20);

    // When
    fixture.machine(1).says = NodeState.DEGRADED;
    fixture.runFor(NEW, 3);
    fixture.machine(1).says = NodeState.SERVING;
    fixture.runFor(NEW, 20);

    // Then
    assertThat(stable(fixture)).isEqualTo(before);
  }

  @Test
  void shouldNotCountTheTimeInWhichTheFirstNodeSaidNothing() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);
    fixture.runFor(NEW, 15);

    // When its agent is cut off, and its row counts as alive for half a minute
    fixture.machine(1).mute = true;
    fixture.runFor(NEW, 28);

    // Then
    assertThat(stable(fixture)).isEqualTo(before);
  }

  private static String stable(ReconciliationFixture fixture) {
    return fixture.world.registry.cluster().map(ClusterRow::stableRevision).orElseThrow();
  }
}
