package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** Zones that cannot be balanced harm nobody. */
class ZoneBalanceLimitsTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);
  private static final int HALF_AN_HOUR = 1800;

  @Test
  void shouldEndNobodyForAZoneThatStillHasNoCapacity() {
    // Given
    ReconciliationFixture fixture = SkewedZones.cluster(THREE);
    fixture.world.groups.shortage = "zone-c does not have sufficient capacity";

    // When
    fixture.runFor(THREE, 2 * HALF_AN_HOUR);

    // Then
    assertThat(fixture.serving()).hasSize(3);
    assertThat(fixture.events("RetiringNode")).isEmpty();
    assertThat(fixture.world.groups.desired()).isEqualTo(3);
  }

  @Test
  void shouldMoveNobodyTwiceInHalfAnHourWhileLaunchesGoElsewhere() {
    // Given
    ReconciliationFixture fixture = SkewedZones.cluster(THREE);
    fixture.world.groups.closed.add("subnet-c");

    // When
    int fewest = fixture.runFor(THREE, 2 * HALF_AN_HOUR - 120);

    // Then
    assertThat(fewest).isEqualTo(3);
    assertThat(fixture.events("SpreadingZones")).hasSize(1);
    assertThat(fixture.serving()).hasSize(3);
  }

  @Test
  void shouldAskForRoomWhereNoNodeCanComeFirst() {
    // Given
    DesiredCluster full = SampleClusters.pool(0, 3, 3, CapacityOwner.Operator);
    ReconciliationFixture fixture = SkewedZones.cluster(full);

    // When
    fixture.runFor(full, HALF_AN_HOUR + 60);

    // Then
    assertThat(SkewedZones.of(fixture)).containsExactly("zone-a", "zone-a", "zone-b");
    assertThat(fixture.events("ZonesSkewed"))
        .singleElement()
        .asString()
        .contains("raise spec.core.max");
  }
}
