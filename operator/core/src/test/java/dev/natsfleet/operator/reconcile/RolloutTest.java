package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import org.junit.jupiter.api.Test;

class RolloutTest {

  @Test
  void shouldReplaceNodesOfAnOldImageOneAtATime() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));

    // When
    int fewest = fixture.runFor(SampleClusters.image("ami-2"), 60);

    // Then
    assertThat(fewest).isEqualTo(2);
    assertThat(fixture.serving()).containsExactly("i-004", "i-005", "i-006");
    assertThat(fixture.world.templates.versions).hasSize(1);
  }

  @Test
  void shouldKeepATemplateVersionAsLongAsANodeUsesIt() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));

    // When
    fixture.runFor(SampleClusters.image("ami-2"), 3);

    // Then
    assertThat(fixture.serving()).contains("i-003");
    assertThat(fixture.world.templates.versions).hasSize(2);
  }

  @Test
  void shouldMoveNodesOutOfASubnetThatIsNoLongerListed() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));

    // When
    fixture.runFor(SampleClusters.subnets(SampleClusters.nodes(3), "subnet-a", "subnet-b"), 60);

    // Then
    assertThat(fixture.world.serving()).extracting(FakeMachine::zone).doesNotContain("zone-c");
    assertThat(fixture.serving()).contains("i-001", "i-002").hasSize(3);
  }

  @Test
  void shouldTryNewSettingsOnOneNodeBeforeTheyBecomeStable() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);

    // When
    fixture.pass(SampleClusters.payload("2Mi"));

    // Then
    assertThat(stable(fixture)).isEqualTo(before);
    assertThat(fixture.world.registry.rows().stream().filter(RolloutTest::isOrdered)).hasSize(1);
  }

  @Test
  void shouldMoveEveryNodeToNewSettingsInPlaceAndForgetTheOld() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.payload("2Mi"));

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(outcome.status().revision()).isEqualTo(stable(fixture)).isNotEqualTo(before);
    assertThat(fixture.world.registry.revisions()).containsExactly(stable(fixture));
  }

  @Test
  void shouldStopWhenTwoNodesRefuseTheSettings() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    String before = stable(fixture);
    DesiredCluster refused = SampleClusters.payload("3Mi");
    fixture.world.refused.add(revision(refused));

    // When
    fixture.runFor(refused, 60);
    Outcome outcome = fixture.pass(refused);

    // Then
    assertThat(stable(fixture)).isEqualTo(before);
    assertThat(fixture.world.registry.rows().stream().filter(RolloutTest::isOrdered)).hasSize(2);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("RolloutFailed");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains(revision(refused), "unknown field");
  }

  private static String revision(DesiredCluster desired) {
    return stable(ReconciliationFixture.settled(desired));
  }

  private static String stable(ReconciliationFixture fixture) {
    return fixture.world.registry.cluster().map(ClusterRow::stableRevision).orElseThrow();
  }

  private static boolean isOrdered(NodeRow row) {
    return row instanceof NodeRow.Managed managed && managed.order() != null;
  }
}
