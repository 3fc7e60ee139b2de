package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second object of a name whose first one left its tables. */
class AdoptionTest {

  private static final DesiredCluster SECOND =
      SampleClusters.owned(SampleClusters.nodes(3), "uid-2");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void shouldTakeOverWhatWasReleasedWhereverAnOperatorIsKilled(int at) {
    // Given
    FakeWorld world = released(new CrashInjection(0, false));
    RestartingOperator second = new RestartingOperator(world, new CrashInjection(at, false));

    // When
    Outcome outcome = second.settle(SECOND);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains("uid-2");
    assertThat(world.events)
        .filteredOn(notice -> notice.reason().equals("AdoptingTables"))
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void shouldSayThatItTookThemOver() {
    // Given
    FakeWorld world = released(new CrashInjection(0, false));

    // When
    new RestartingOperator(world, new CrashInjection(0, false)).settle(SECOND);

    // Then
    assertThat(world.events)
        .anySatisfy(
            notice ->
                assertThat(notice.message())
                    .contains("released by an earlier NatsCluster of this name"));
  }

  @Test
  void shouldNotTouchWhatALivingObjectOwns() {
    // Given
    FakeWorld world = new FakeWorld();
    new RestartingOperator(world, new CrashInjection(0, false)).settle(SampleClusters.nodes(3));
    world.owner = "uid-2";

    // When
    Outcome outcome = new RestartingOperator(world, new CrashInjection(0, false)).settle(SECOND);

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("ForeignResource");
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains("uid-1");
  }

  private static FakeWorld released(CrashInjection crashes) {
    FakeWorld world = new FakeWorld();
    RestartingOperator first = new RestartingOperator(world, crashes);
    first.settle(SampleClusters.nodes(3));
    first.settle(SampleClusters.deleted(SampleClusters.nodes(3), DeletionPolicy.Retain));
    world.owner = "uid-2";
    return world;
  }
}
