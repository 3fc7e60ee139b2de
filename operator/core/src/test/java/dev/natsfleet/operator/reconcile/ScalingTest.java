package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.GroupSize;
import dev.natsfleet.operator.port.LifecycleState;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {

  @Test
  void shouldRetireTheOneWithTheFewestClientsInTheFullestZone() {
    // Given zones a: 1, 4; b: 2; c: 3
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(4));
    clients(fixture, 40, 1, 2, 30);

    // When
    fixture.operator.settle(SampleClusters.nodes(3));

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(fixture.events("RetiringNode").getFirst())
        .contains("i-004 has the fewest clients (30) in the fullest zone zone-a (2 nodes)");
  }

  @Test
  void shouldRetireOneThatDoesNotServeBeforeAllOthers() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(4));
    clients(fixture, 1, 2, 3, 4);
    fixture.machine(3).says = NodeState.DEGRADED;
    fixture.world.tick();

    // When
    fixture.operator.settle(SampleClusters.nodes(3));

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-004");
  }

  @Test
  void shouldRetireServingNodesOneAfterTheOther() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(6));

    // When
    fixture.pass(SampleClusters.nodes(2));

    // Then
    assertThat(fixture.world.groups.members().stream().filter(m -> !m.isServing())).hasSize(1);
    assertThat(fixture.operator.settle(SampleClusters.nodes(2)).status().ready()).isEqualTo(2);
  }

  @Test
  void shouldEndNobodyWhileNoAgentIsHeard() {
    // Given a registry that no agent reaches; the servers are well
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(5));
    fixture.world.groups.machines.forEach(machine -> machine.mute = true);
    fixture.runFor(SampleClusters.nodes(5), 40);

    // When
    fixture.runFor(SampleClusters.nodes(1), 60);

    // Then
    assertThat(fixture.world.groups.members())
        .hasSize(5)
        .allMatch(m -> m.lifecycle == LifecycleState.IN_SERVICE);
    Condition progressing =
        ReconciliationFixture.condition(fixture.pass(SampleClusters.nodes(1)), "Progressing");
    assertThat(progressing.reason()).isEqualTo("RegistrySilent");
  }

  @Test
  void shouldRetireSilentNodesOneAfterTheOther() {
    // Given three agents that do not reach the registry; their servers are well
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(5));
    for (int i = 1; i <= 3; i++) {
      fixture.machine(i).mute = true;
    }
    fixture.runFor(SampleClusters.nodes(5), 40);

    // When
    fixture.pass(SampleClusters.nodes(2));

    // Then
    assertThat(fixture.world.groups.members())
        .filteredOn(m -> m.lifecycle == LifecycleState.IN_SERVICE)
        .hasSize(4);
  }

  static List<List<GroupSize>> changes() {
    return List.of(
        List.of(new GroupSize(3, 5, 6), new GroupSize(1, 2, 2)),
        List.of(new GroupSize(0, 3, 20), new GroupSize(5, 6, 7)),
        List.of(new GroupSize(4, 5, 6), new GroupSize(0, 1, 1)),
        List.of(new GroupSize(0, 6, 6), new GroupSize(3, 3, 3)),
        List.of(new GroupSize(5, 5, 5), new GroupSize(0, 0, 0)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldNeverLeaveTheChoiceToAws(List<GroupSize> change) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(pool(change.getFirst()));

    // When
    fixture.operator.settle(pool(change.getLast()));

    // Then
    assertThat(fixture.world.groups.unchosen).isZero();
    assertThat(Objects.requireNonNull(fixture.world.groups.spec).size())
        .isEqualTo(change.getLast());
    assertThat(fixture.serving()).hasSize(desired(change.getLast()));
  }

  private static DesiredCluster pool(GroupSize size) {
    return SampleClusters.pool(size.min(), desired(size), size.max(), CapacityOwner.Operator);
  }

  private static int desired(GroupSize size) {
    return Objects.requireNonNull(size.desired());
  }

  @Test
  void shouldUndoADesiredCapacityThatSomebodyChanged() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.setDesired(5);
    fixture.world.tick();

    // When
    fixture.operator.settle(SampleClusters.nodes(3));

    // Then
    assertThat(fixture.serving()).hasSize(3);
    assertThat(fixture.world.groups.desired()).isEqualTo(3);
  }

  @Test
  void shouldKeepProtectedMembersWhenSomebodyLowersTheDesiredCapacity() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(5));
    fixture.world.groups.setDesired(2);
    fixture.world.tick();

    // When
    fixture.operator.settle(SampleClusters.nodes(5));

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003", "i-004", "i-005");
  }

  @Test
  void shouldLeaveTheDesiredCapacityToItsExternalOwner() {
    // Given
    DesiredCluster external = SampleClusters.pool(1, 3, 6, CapacityOwner.External);
    ReconciliationFixture fixture = ReconciliationFixture.settled(external);
    fixture.world.groups.setDesired(5);

    // When
    Outcome outcome = fixture.operator.settle(external);

    // Then
    assertThat(outcome.status().desired()).isEqualTo(5);
    assertThat(fixture.serving()).hasSize(5);
    assertThat(Objects.requireNonNull(fixture.world.groups.spec).suspended()).isEmpty();
  }

  @Test
  void shouldRefuseAMaximumBelowWhatTheExternalOwnerWants() {
    // Given
    ReconciliationFixture fixture =
        ReconciliationFixture.settled(SampleClusters.pool(1, 5, 6, CapacityOwner.External));

    // When
    Outcome outcome = fixture.pass(SampleClusters.pool(1, 3, 4, CapacityOwner.External));

    // Then
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("MaxBelowDesired");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("spec.core.max: 4", "5");
    assertThat(fixture.serving()).hasSize(5);
  }

  private static void clients(ReconciliationFixture fixture, int... clients) {
    for (int i = 0; i < clients.length; i++) {
      FakeMachine machine = fixture.machine(i + 1);
      machine.clients = clients[i];
    }
    fixture.world.tick();
  }
}
