package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.Tables;
import org.junit.jupiter.api.Test;

/** What somebody still uses does not go with the object. */
class DeletionGuardTest {

  private static final DesiredCluster CLUSTER = SampleClusters.nodes(3);

  @Test
  void shouldNotEndNodesThatClientsAreConnectedTo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.machine(2).clients = 7;
    DesiredCluster deleted = SampleClusters.deleted(CLUSTER, DeletionPolicy.RetainData);
    fixture.world.tick();

    // When
    fixture.runFor(deleted, 20);
    Outcome outcome = fixture.pass(deleted);

    // Then
    assertThat(fixture.serving()).hasSize(3);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("DeletionGuarded");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("i-002", "natsfleet.dev/allow-deletion");
    assertThat(fixture.operator.settle(SampleClusters.deletionAllowed(deleted)))
        .isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void shouldNotBelieveReportsFromBeforeTheDeletion() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.machine(2).clients = 7;
    DesiredCluster deleted = SampleClusters.deleted(CLUSTER, DeletionPolicy.RetainData);

    // When
    fixture.runFor(deleted, 20);
    // Then
    assertThat(fixture.serving()).hasSize(3);
    assertThat(fixture.events("DeletionGuarded")).hasSize(1);
  }

  @Test
  void shouldNotDeleteTheRowsOfOtherPrograms() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.world.registry.put(new NodeRow.Original("10.0.9.9", 1, "working", "an original node"));
    DesiredCluster deleted = SampleClusters.deleted(CLUSTER, DeletionPolicy.Delete);

    // When
    fixture.runFor(deleted, 60);
    Outcome outcome = fixture.pass(deleted);

    // Then
    assertThat(fixture.world.registry.state()).isEqualTo(Tables.State.ACTIVE);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message()).contains("10.0.9.9");
    fixture.runFor(deleted, 300);
    assertThat(fixture.operator.settle(deleted)).isInstanceOf(Outcome.Gone.class);
  }
}
