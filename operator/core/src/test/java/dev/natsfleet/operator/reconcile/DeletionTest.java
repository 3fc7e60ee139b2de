package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionTest {

  @ParameterizedTest
  @CsvSource({"Retain, 3, FOREIGN", "RetainData, 0, FOREIGN", "Delete, 0, ABSENT"})
  void shouldLeaveWhatThePolicySays(DeletionPolicy policy, int nodes, Tables.State tables) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));

    DesiredCluster deleted = SampleClusters.deleted(SampleClusters.nodes(3), policy);

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.deletionAllowed(deleted));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    assertThat(fixture.world.groups.machines.stream().filter(FakeMachine::isMember)).hasSize(nodes);
    assertThat(fixture.world.groups.spec == null).isEqualTo(nodes == 0);
    assertThat(fixture.world.templates.versions.isEmpty()).isEqualTo(nodes == 0);
    assertThat(fixture.world.endpoints.addresses()).hasSize(nodes);
    assertThat(fixture.world.registry.rows()).hasSize(nodes);
    assertThat(fixture.world.registry.state()).isEqualTo(tables);
    assertThat(fixture.world.registry.journal().open()).isEmpty();
    assertThat(fixture.pass(SampleClusters.deletionAllowed(deleted)))
        .as("a pass whose end was not heard of is made again")
        .isInstanceOf(Outcome.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({"Retain", "RetainData", "Delete"})
  void shouldNotDeleteAGroupOfAnother(DeletionPolicy policy) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.owner = "uid-2";

    // When
    fixture.operator.settle(
        SampleClusters.deletionAllowed(SampleClusters.deleted(SampleClusters.nodes(3), policy)));

    // Then
    assertThat(fixture.world.groups.owner).isEqualTo("uid-2");
    assertThat(fixture.world.groups.spec).isNotNull();
    assertThat(fixture.serving()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"RetainData", "Delete"})
  void shouldNotTakeTheTablesFromUnderAGroupWhoseMarkAloneIsAnothers(DeletionPolicy policy) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    DesiredCluster deleted = SampleClusters.deleted(SampleClusters.nodes(3), policy);
    fixture.world.groups.owner = "nonsense";

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.deletionAllowed(deleted));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("natsfleet.shop.orders.core belongs to 'nonsense'");
    assertThat(fixture.world.registry.rows()).hasSize(3);
  }

  @Test
  void shouldNotCallAClusterGoneWhoseGroupHasLostTheTagOfItsOwner() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    DesiredCluster deleted = SampleClusters.deleted(SampleClusters.nodes(3), DeletionPolicy.Delete);
    fixture.world.groups.owner = null;

    // When
    fixture.runFor(deleted, 5);
    Outcome outcome = fixture.pass(deleted);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(fixture.serving()).hasSize(3);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("Auto Scaling group natsfleet.shop.orders.core has no tag natsfleet:owner")
        .contains("set it to uid-1");
    fixture.world.groups.owner = FakeWorld.OWNER;
    assertThat(fixture.operator.settle(deleted)).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void shouldNotCallAClusterGoneWhoseTemplateHasLostTheTagOfItsOwner() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    DesiredCluster deleted = SampleClusters.deleted(SampleClusters.nodes(3), DeletionPolicy.Delete);
    fixture.world.templates.owner = null;

    // When
    fixture.runFor(deleted, 20);

    // Then
    assertThat(fixture.pass(deleted)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void shouldNotCallAClusterGoneWhoseTablesHaveLostTheTagOfItsOwner() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    DesiredCluster deleted = SampleClusters.deleted(SampleClusters.nodes(3), DeletionPolicy.Delete);
    fixture.world.registry.tables("").adopt(FakeWorld.OWNER);

    // When
    fixture.runFor(deleted, 5);
    Outcome outcome = fixture.pass(deleted);

    // Then
    assertThat(fixture.serving()).hasSize(3);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("natsfleet.shop.orders.control have no tag natsfleet:owner");
    fixture.world.registry.tables(FakeWorld.OWNER).adopt("");
    assertThat(fixture.operator.settle(deleted)).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void shouldNotCallAClusterGoneWhoseInstancesRun() {
    // Given an operator that has just started, and one answer of AWS without the group
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.templates.delete();
    fixture.operator.restart();
    fixture.world.groups.hidden = 1;

    // When
    Outcome outcome =
        fixture.pass(SampleClusters.deleted(SampleClusters.nodes(3), DeletionPolicy.Delete));

    // Then
    assertThat(outcome).isNotInstanceOf(Outcome.Gone.class);
    assertThat(outcome.status().reason()).isEqualTo("NodesLeaving");
  }
}
