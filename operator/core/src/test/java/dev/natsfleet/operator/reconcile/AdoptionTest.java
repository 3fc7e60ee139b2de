package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.DeletionPolicy;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.CrashInjection;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.FakeWorld;
import dev.natsfleet.operator.world.RestartingOperator;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.ClusterRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An object of the name of an earlier one, in this Kubernetes or in another. */
class AdoptionTest {

  private static final DesiredCluster CLUSTER = SampleClusters.nodes(3);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void shouldGoOnWithTheFleetThatWasReleasedWhereverAnOperatorIsKilled(int at) {
    // Given
    FakeWorld world = released(DeletionPolicy.Retain, new CrashInjection(at, at % 2 == 0));
    List<String> before = world.serving().stream().map(FakeMachine::id).toList();

    // When
    Outcome outcome =
        new RestartingOperator(world, new CrashInjection(at, at % 2 == 1)).settle(CLUSTER);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(world.serving()).extracting(FakeMachine::id).containsExactlyElementsOf(before);
    assertThat(world.groups.machines).hasSize(3);
    assertThat(world.groups.owner).isEqualTo(FakeWorld.OWNER);
    assertThat(world.templates.owner).isEqualTo(FakeWorld.OWNER);
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains(FakeWorld.OWNER);
    assertThat(world.endpoints.others).isEmpty();
    assertThat(world.endpoints.addresses()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"Retain", "RetainData"})
  void shouldSayThatItTookOverWhatWasReleased(DeletionPolicy policy) {
    // Given
    FakeWorld world = released(policy, new CrashInjection(0, false));

    // When
    new RestartingOperator(world, new CrashInjection(0, false)).settle(CLUSTER);

    // Then
    assertThat(world.events)
        .anySatisfy(
            notice ->
                assertThat(notice.message())
                    .startsWith("take over the tables: it is marked 'released uid-1 "));
  }

  @Test
  void shouldGoOnWithTheFleetOfAnObjectWhoseFinalizerWasTakenOff() {
    // Given an object that went without a word to the operator
    FakeWorld world = new FakeWorld();
    new RestartingOperator(world, new CrashInjection(0, false)).settle(CLUSTER);
    List<String> before = world.serving().stream().map(FakeMachine::id).toList();

    // When another of its name is created
    Outcome outcome = new RestartingOperator(world, new CrashInjection(0, false)).settle(CLUSTER);

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("True");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").status()).isEqualTo("False");
    assertThat(world.serving()).extracting(FakeMachine::id).containsExactlyElementsOf(before);
  }

  @Test
  void shouldTakeOverWhatAnotherFleetOwnsOnlyWhenItIsNamed() {
    // Given a Kubernetes that was restored or moved
    FakeWorld world = new FakeWorld();
    new RestartingOperator(world, new CrashInjection(0, false)).settle(CLUSTER);
    world.owner = "uid-2";
    RestartingOperator operator = new RestartingOperator(world, new CrashInjection(0, false));

    // When
    Outcome stalled = operator.settle(SampleClusters.owned(CLUSTER, "uid-2", ""));
    Outcome done = operator.settle(SampleClusters.owned(CLUSTER, "uid-2", "uid-1"));

    // Then
    assertThat(ReconciliationFixture.condition(stalled, "Stalled").reason())
        .isEqualTo("ForeignResource");
    assertThat(ReconciliationFixture.condition(stalled, "Stalled").message())
        .contains("natsfleet.shop.orders.core", "natsfleet.dev/take-over='uid-1'");
    assertThat(done.status().ready()).isEqualTo(3);
    assertThat(world.groups.machines).hasSize(3);
    assertThat(world.registry.cluster().map(ClusterRow::owner)).contains("uid-2");
  }

  @Test
  void shouldSayThatAnotherKubernetesHasTheNamesInThisAccount() {
    // Given two Kubernetes clusters with a NatsCluster shop/orders, in one account and Region
    FakeWorld world = new FakeWorld();
    world.owner = "east/shop/orders";
    RestartingOperator first = new RestartingOperator(world, new CrashInjection(0, false));
    first.settle(SampleClusters.owned(CLUSTER, "east/shop/orders", ""));
    world.owner = "west/shop/orders";
    RestartingOperator second = new RestartingOperator(world, new CrashInjection(0, false));

    // When
    Outcome stalled = second.settle(SampleClusters.owned(CLUSTER, "west/shop/orders", ""));

    // Then
    assertThat(ReconciliationFixture.condition(stalled, "Stalled").message())
        .contains("belongs to 'east/shop/orders', the NatsCluster of this namespace and name in")
        .contains("use another namespace, Region or account");
    assertThat(world.groups.machines).hasSize(3);
  }

  private static FakeWorld released(DeletionPolicy policy, CrashInjection crashes) {
    FakeWorld world = new FakeWorld();
    new RestartingOperator(world, new CrashInjection(0, false)).settle(CLUSTER);
    new RestartingOperator(world, crashes)
        .settle(SampleClusters.deletionAllowed(SampleClusters.deleted(CLUSTER, policy)));
    return world;
  }
}
