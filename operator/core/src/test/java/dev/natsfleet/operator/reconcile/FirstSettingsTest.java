package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterRow;
import org.junit.jupiter.api.Test;

/** A new cluster whose settings nats-server refuses: its nodes say so before any of them serves. */
class FirstSettingsTest {

  private static final DesiredCluster BAD = SampleClusters.payload("3Mi");

  @Test
  void shouldStallWithTheWordsOfTheFirstNodes() {
    // When
    ReconciliationFixture fixture = refused();
    Condition stalled = ReconciliationFixture.condition(fixture.pass(BAD), "Stalled");

    // Then
    assertThat(stalled.reason()).isEqualTo("RolloutFailed");
    assertThat(stalled.message()).contains("i-001", "unknown field", "correct spec.server");
    assertThat(fixture.events("RolloutFailed")).isNotEmpty();
  }

  @Test
  void shouldDeliverTheCorrectionToTheNodesThatCannotStart() {
    // Given
    ReconciliationFixture fixture = refused();

    // When
    fixture.operator.settle(SampleClusters.again(SampleClusters.nodes(3)));

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
  }

  @Test
  void shouldStallWhenNewNodesHaveNothingElseToStartWith() {
    // Given a fleet whose tables were lost together with one machine, while bad settings are wanted
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.refused.addAll(refused().world.refused);
    fixture.world.registry.delete();
    fixture.machine(1).gone = true;
    fixture.machine(1).lifecycle = LifecycleState.TERMINATED;

    // When
    fixture.runFor(BAD, 60);
    Condition stalled = ReconciliationFixture.condition(fixture.pass(BAD), "Stalled");

    // Then
    assertThat(stalled.reason()).isEqualTo("RolloutFailed");
    assertThat(stalled.message()).contains("i-004 refused settings", "unknown field");
    assertThat(fixture.serving()).containsExactly("i-002", "i-003");
  }

  private static ReconciliationFixture refused() {
    ReconciliationFixture other = ReconciliationFixture.settled(BAD);
    ReconciliationFixture fixture = new ReconciliationFixture();
    other
        .world
        .registry
        .cluster()
        .map(ClusterRow::stableRevision)
        .ifPresent(fixture.world.refused::add);
    fixture.runFor(BAD, 30);
    return fixture;
  }
}
