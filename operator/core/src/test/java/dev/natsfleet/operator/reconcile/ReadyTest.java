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
}
