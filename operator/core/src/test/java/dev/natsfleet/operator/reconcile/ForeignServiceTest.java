package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.FakeEndpoints;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

/** A user's Service has the cluster's name. */
class ForeignServiceTest {

  private static final DesiredCluster CLUSTER = SampleClusters.nodes(3);

  @Test
  void shouldMakeNothingOfANewClusterWhoseServiceIsAnothers() {
    // Given
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.world.endpoints.others.put(FakeEndpoints.SERVICE, "");

    // When
    Outcome outcome = fixture.operator.settle(CLUSTER);

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("ForeignResource");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .startsWith("Service shop/orders is not this NatsCluster's");
    assertThat(fixture.world.groups.created).isZero();
  }

  @Test
  void shouldKeepItsOwnSlicesUpToDateBesideAServiceThatSomebodyReplaced() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.world.endpoints.others.put(FakeEndpoints.SERVICE, "");
    DesiredCluster more = SampleClusters.nodes(4);

    // When
    fixture.runFor(more, 20);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.world.endpoints.addresses()).hasSize(4);
    assertThat(ReconciliationFixture.condition(fixture.pass(more), "Stalled").reason())
        .isEqualTo("ForeignResource");
  }

  @Test
  void shouldWriteNoAddressWhileItsSliceIsAnothers() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.world.endpoints.others.put(FakeEndpoints.SLICE, "elsewhere/shop/orders");
    DesiredCluster more = SampleClusters.nodes(4);

    // When
    fixture.runFor(more, 20);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.world.endpoints.addresses()).hasSize(3);
    assertThat(fixture.events("PublishingEndpoints")).hasSize(1);
    fixture.world.endpoints.others.clear();
    fixture.runFor(more, 5);
    assertThat(fixture.world.endpoints.addresses()).hasSize(4);
  }

  @Test
  void shouldTakeADeadNodeOutWhileTheTemplateIsAnothers() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(CLUSTER);
    fixture.world.templates.owner = "elsewhere/shop/orders";
    fixture.machine(2).says = NodeState.DEGRADED;
    fixture.world.tick();

    // When
    Outcome outcome = fixture.pass(CLUSTER);

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("ForeignResource");
    assertThat(fixture.world.endpoints.addresses()).hasSize(2);
  }
}
