package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** Somebody edits or deletes what the operator keeps in Kubernetes. */
class ServiceDriftTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);
  private static final String SELECTOR = "Service shop/orders spec.selector is {app=x}, wanted {}";

  @Test
  void shouldCorrectTheServiceAndNameTheField() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.endpoints.drift.add(SELECTOR);

    // When
    fixture.operator.settle(THREE);

    // Then
    assertThat(fixture.world.endpoints.drift).isEmpty();
    assertThat(fixture.world.endpoints.addresses()).hasSize(3);
    assertThat(fixture.events("CorrectingDrift"))
        .containsExactly("correct Service and EndpointSlices: " + SELECTOR);
  }

  @Test
  void shouldOnlyShowWhatItWouldCorrectWhilePaused() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.endpoints.drift.add(SELECTOR);

    // When
    Outcome outcome = fixture.pass(SampleClusters.paused(THREE));

    // Then
    assertThat(fixture.world.endpoints.drift).containsExactly(SELECTOR);
    assertThat(outcome.status().plan())
        .anySatisfy(step -> assertThat(step.reason()).isEqualTo(SELECTOR));
  }
}
