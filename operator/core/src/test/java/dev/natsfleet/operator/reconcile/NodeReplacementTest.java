package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** Nodes are replaced in small groups, and beside members that were set aside. */
class NodeReplacementTest {

  @Test
  void shouldBringTheNewNodeOfAClusterOfOneBeforeTheOldOneGoes() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(one("ami-1", 2));

    // When
    int fewest = fixture.runFor(one("ami-2", 2), 60);

    // Then
    assertThat(fewest).isEqualTo(1);
    assertThat(fixture.serving()).containsExactly("i-002");
    assertThat(fixture.world.groups.machines).hasSize(2);
    assertThat(fixture.world.groups.desired()).isEqualTo(1);
  }

  @Test
  void shouldSayThatServiceIsInterruptedWhereNoSecondNodeIsAllowed() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(one("ami-1", 1));

    // When
    fixture.runFor(one("ami-2", 1), 60);

    // Then
    assertThat(fixture.serving()).containsExactly("i-002");
    assertThat(fixture.events("ReplacingNode"))
        .singleElement()
        .asString()
        .contains("clients have no server until its replacement serves", "spec.core.max of 2");
  }

  @Test
  void shouldGoBackToOneNodeWhenTheNewTemplateFails() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(one("ami-1", 2));
    fixture.world.groups.broken.add(2L);

    // When
    int fewest = fixture.runFor(one("ami-2", 2), 100);

    // Then
    assertThat(fewest).isEqualTo(1);
    assertThat(fixture.serving()).containsExactly("i-001");
    assertThat(fixture.world.groups.desired()).isEqualTo(1);
  }

  @Test
  void shouldRollOutAroundANodeInStandby() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.machine(3).lifecycle = LifecycleState.OTHER;

    // When
    fixture.runFor(SampleClusters.image("ami-2"), 100);
    Outcome outcome = fixture.pass(SampleClusters.image("ami-2"));

    // Then
    assertThat(fixture.serving()).hasSize(3).doesNotContain("i-001", "i-002", "i-003");
    assertThat(fixture.machine(3).isMember()).isTrue();
    assertThat(outcome.status().nodes())
        .filteredOn(node -> node.instance().equals("i-003"))
        .singleElement()
        .satisfies(node -> assertThat(node.whyNot()).contains("standby"));
  }

  private static DesiredCluster one(String image, int max) {
    return SampleClusters.cluster(new CorePool(0, 1, max, CapacityOwner.Operator), image, "1Mi");
  }
}
