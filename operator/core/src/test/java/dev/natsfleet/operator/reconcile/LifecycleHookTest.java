package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** Hooks that no agent completes. */
class LifecycleHookTest {
  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldScaleInWhileAMachineThatIsGoneWaitsInItsTerminateHook() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(4));
    terminateAndEnd(fixture, fixture.machine(4));

    // When
    fixture.runFor(SampleClusters.nodes(2), 30);

    // Then
    assertThat(fixture.machine(4).isMember()).isFalse();
    assertThat(fixture.serving()).hasSize(2);
    assertThat(fixture.events("CompletingHook").getFirst())
        .contains("i-004 is Terminating:Wait, and its machine is gone");
  }

  @Test
  void shouldDeleteAClusterWhoseMachineIsGoneAndWaitsInItsTerminateHook() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    terminateAndEnd(fixture, fixture.machine(2));

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.deleted(THREE, DeletionPolicy.Delete));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    assertThat(fixture.world.groups.spec).isNull();
  }

  @Test
  void shouldCompleteTheHookAgainWhileItsWaitIsNotKnown() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    terminateAndEnd(fixture, fixture.machine(2));
    fixture.world.groups.earlyCompletions = 3;

    // When
    fixture.runFor(THREE, 20);

    // Then
    assertThat(fixture.machine(2).isMember()).isFalse();
    assertThat(fixture.serving()).containsExactly("i-001", "i-003", "i-004");
    assertThat(fixture.events("Recovering")).isEmpty();
  }

  @Test
  void shouldAbandonTheLaunchOfAMachineThatIsGone() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.pass(SampleClusters.nodes(4));
    fixture.world.tick();
    fixture.world.tick();
    fixture.machine(4).gone = true;

    // When
    fixture.runFor(SampleClusters.nodes(4), 20);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003", "i-005");
  }

  @Test
  void shouldCompleteTheLaunchHookOfANodeThatServes() {
    // Given an agent whose call came before the wait had begun
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.pass(SampleClusters.nodes(4));
    fixture.world.tick();
    fixture.machine(4).hasty = true;

    // When
    fixture.runFor(SampleClusters.nodes(4), 20);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003", "i-004");
  }

  private static void terminateAndEnd(ReconciliationFixture fixture, FakeMachine machine) {
    fixture.world.groups.terminate(machine.id(), CapacityPolicy.KEEP);
    machine.gone = true;
    machine.mute = true;
    machine.unlinked = true;
    assertThat(machine.lifecycle).isEqualTo(LifecycleState.TERMINATING_WAIT);
  }
}
