package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** The nodes of a zone that was out were launched elsewhere. */
class ZoneBalanceTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);
  private static final int HALF_AN_HOUR = 1800;

  @Test
  void shouldMoveOneNodeBackAndLaunchItFirst() {
    // Given
    ReconciliationFixture fixture = SkewedZones.cluster(THREE);

    // When
    int fewest = fixture.runFor(THREE, HALF_AN_HOUR + 60);

    // Then
    assertThat(SkewedZones.of(fixture)).containsExactly("zone-a", "zone-b", "zone-c");
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
    ReconciliationFixture fixture = SkewedZones.cluster(THREE);

    // When
    fixture.runFor(THREE, HALF_AN_HOUR - 60);

    // Then
    assertThat(SkewedZones.of(fixture)).containsExactly("zone-a", "zone-a", "zone-b");
    assertThat(fixture.events("ZonesSkewed"))
        .singleElement()
        .asString()
        .contains("0 in zone-c; one is moved when nothing else has changed for 30 minutes");
  }

  @Test
  void shouldGoOnAfterARestartInTheMiddleOfAMove() {
    // Given
    ReconciliationFixture fixture = SkewedZones.cluster(THREE);
    while (fixture.events("SpreadingZones").isEmpty()) {
      fixture.runFor(THREE, 1);
    }

    // When
    fixture.operator.restart();
    int fewest = fixture.runFor(THREE, 60);

    // Then
    assertThat(SkewedZones.of(fixture)).containsExactly("zone-a", "zone-b", "zone-c");
    assertThat(fewest).isEqualTo(3);
  }
}
