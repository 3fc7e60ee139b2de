package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.port.ServiceEndpoints.Endpoint;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator does while DynamoDB does not answer, from what AWS alone says. */
class UnreadRegistryTest {
  private static final DesiredCluster THREE = SampleClusters.nodes(3);
  private final ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

  @BeforeEach
  void cutTheRegistry() {
    fixture.world.registry.faults().failNext(1_000, Kind.UNAVAILABLE);
  }

  @Test
  void shouldSendNoClientToAMachineThatIsGone() {
    // Given
    fixture.machine(2).gone = true;

    // When
    fixture.pass(THREE);

    // Then
    assertThat(fixture.world.endpoints.addresses())
        .extracting(Endpoint::ip)
        .containsExactly("10.0.0.1", "10.0.0.3");
  }

  @Test
  void shouldCompleteTheHookOfAMachineThatIsGone() {
    // Given
    fixture.machine(2).gone = true;
    fixture.machine(2).lifecycle = LifecycleState.TERMINATING_WAIT;

    // When
    fixture.pass(THREE);

    // Then
    assertThat(fixture.machine(2).lifecycle).isNotEqualTo(LifecycleState.TERMINATING_WAIT);
  }

  @Test
  void shouldKeepAServerThatAnOldAnswerShowsAsStillLaunched() {
    // Given
    fixture.machine(2).lifecycle = LifecycleState.PENDING_WAIT;

    // When
    fixture.pass(THREE);

    // Then
    assertThat(fixture.world.endpoints.addresses()).hasSize(3);
  }
}
