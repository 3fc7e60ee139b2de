package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The nodes of a zone that was out were launched elsewhere. */
class ZoneBalanceTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);
  private static final int HALF_AN_HOUR = 1800;

  @Test
  void shouldMoveOneNodeBackAndLaunchItFirst() {
    // Given
    ReconciliationFixture fixture = skewed(THREE);

    // When
    int fewest = fixture.runFor(THREE, HALF_AN_HOUR + 60);

    // Then
    assertThat(zones(fixture)).containsExactly("zone-a", "zone-b", "zone-c");
    assertThat(fewest).isEqualTo(3);
    assertThat(fixture.world.groups.unchosen).isZero();
    assertThat(fixture.events("SpreadingZones"))
        .singleElement()
        .asString()
        .startsWith("launch a node for zone-c: of the nodes are 2 in zone-a, 1 in zone-b, 0 in");
    assertThat(fixture.events("RetiringNode")).hasSize(1);
  }

  @Test
  void shouldSayThatZonesAreSkewedAndWaitUntilNothingHasChangedForAWhile() {
    // Given
    ReconciliationFixture fixture = skewed(THREE);

    // When
    fixture.runFor(THREE, HALF_AN_HOUR - 60);

    // Then
    assertThat(zones(fixture)).containsExactly("zone-a", "zone-a", "zone-b");
    assertThat(fixture.events("ZonesSkewed"))
        .singleElement()
        .asString()
        .contains("0 in zone-c; one is moved when nothing else has changed for 30 minutes");
  }

  @Test
  void shouldEndNobodyForAZoneThatStillHasNoCapacity() {
    // Given
    ReconciliationFixture fixture = skewed(THREE);
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
    ReconciliationFixture fixture = skewed(THREE);
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
    ReconciliationFixture fixture = skewed(full);

    // When
    fixture.runFor(full, HALF_AN_HOUR + 60);

    // Then
    assertThat(zones(fixture)).containsExactly("zone-a", "zone-a", "zone-b");
    assertThat(fixture.events("ZonesSkewed"))
        .singleElement()
        .asString()
        .contains("raise spec.core.max");
  }

  @Test
  void shouldGoOnAfterARestartInTheMiddleOfAMove() {
    // Given
    ReconciliationFixture fixture = skewed(THREE);
    while (fixture.events("SpreadingZones").isEmpty()) {
      fixture.runFor(THREE, 1);
    }

    // When
    fixture.operator.restart();
    int fewest = fixture.runFor(THREE, 60);

    // Then
    assertThat(zones(fixture)).containsExactly("zone-a", "zone-b", "zone-c");
    assertThat(fewest).isEqualTo(3);
  }

  /** A cluster of which the node of a zone ended while that zone had no capacity. */
  private static ReconciliationFixture skewed(DesiredCluster cluster) {
    ReconciliationFixture fixture = ReconciliationFixture.settled(cluster);
    fixture.world.groups.closed.add("subnet-c");
    fixture.machine(3).lifecycle = LifecycleState.TERMINATED;
    fixture.runFor(cluster, 30);
    fixture.world.groups.closed.clear();
    return fixture;
  }

  private static List<String> zones(ReconciliationFixture fixture) {
    return fixture.world.groups.members().stream().map(FakeMachine::zone).sorted().toList();
  }
}
