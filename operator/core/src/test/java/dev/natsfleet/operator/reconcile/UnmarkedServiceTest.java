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

/** The Service of a fleet has lost the annotation that says whose it is. */
class UnmarkedServiceTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

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
