package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeEndpoints;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @Test
  void shouldAskWhoseAServiceIsThatHasLostItsMark() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    loseMark(fixture);
    DesiredCluster more = SampleClusters.nodes(4);

    // When
    fixture.runFor(more, 20);

    // Then
    var stalled = ReconciliationFixture.condition(fixture.pass(more), "Stalled");
    assertThat(stalled.reason()).isEqualTo("OwnerUnknown");
    assertThat(stalled.message())
        .startsWith("Service shop/orders has no annotation natsfleet.dev/owner")
        .contains("set it to " + FakeWorld.OWNER);
    assertThat(fixture.world.endpoints.addresses()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(DeletionPolicy.class)
  void shouldNotEndADeletionBeforeItKnowsWhoseTheServiceIs(DeletionPolicy policy) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    loseMark(fixture);
    DesiredCluster deleted = SampleClusters.deleted(THREE, policy);

    // When
    fixture.runFor(deleted, 30);

    // Then
    assertThat(ReconciliationFixture.condition(fixture.pass(deleted), "Stalled").reason())
        .isEqualTo("OwnerUnknown");
    assertThat(fixture.serving()).hasSize(3);
    fixture.world.endpoints.others.clear();
    fixture.world.endpoints.unmarked.clear();
    assertThat(fixture.operator.settle(deleted)).isInstanceOf(Outcome.Gone.class);
  }

  private static void loseMark(ReconciliationFixture fixture) {
    fixture.world.endpoints.others.put(FakeEndpoints.SERVICE, "");
    fixture.world.endpoints.unmarked.add(FakeEndpoints.SERVICE);
  }
}
