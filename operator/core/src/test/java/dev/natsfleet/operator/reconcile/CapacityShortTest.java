package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

/** AWS has no room for a node: what needs one waits, and nothing is given up. */
class CapacityShortTest {

  private static final String NO_ROOM =
      "We currently do not have sufficient c7g.large capacity in the Availability Zone you"
          + " requested (eu-west-1a). Launching EC2 instance failed.";

  @Test
  void shouldWaitInARolloutAndGoOnByItselfWhenAwsHasRoom() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    DesiredCluster changed = SampleClusters.image("ami-2");
    fixture.world.groups.shortage = NO_ROOM;

    // When
    int fewest = fixture.runFor(changed, 120);
    Outcome waiting = fixture.pass(changed);
    fixture.world.groups.shortage = "";
    fixture.operator.settle(changed);

    // Then
    assertThat(fewest).isEqualTo(2);
    assertThat(ReconciliationFixture.condition(waiting, "Degraded").reason())
        .isEqualTo("CapacityShort");
    assertThat(ReconciliationFixture.condition(waiting, "Degraded").message()).contains(NO_ROOM);
    assertThat(ReconciliationFixture.condition(waiting, "Stalled").status()).isEqualTo("False");
    assertThat(fixture.serving()).containsExactly("i-004", "i-005", "i-006");
    assertThat(fixture.events("RollingBack")).isEmpty();
  }

  @Test
  void shouldKeepANodeThatAsksToBeReplacedUntilAwsHasRoom() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.shortage = NO_ROOM;
    fixture.machine(1).lifecycle = LifecycleState.TERMINATED;
    fixture.machine(2).says = NodeState.FAILED;
    fixture.world.tick();

    // When
    fixture.runFor(SampleClusters.nodes(3), 20);
    boolean kept = fixture.machine(2).isMember();
    fixture.world.groups.shortage = "";
    fixture.runFor(SampleClusters.nodes(3), 40);

    // Then
    assertThat(kept).isTrue();
    assertThat(fixture.serving()).containsExactly("i-003", "i-004", "i-005");
  }
}
