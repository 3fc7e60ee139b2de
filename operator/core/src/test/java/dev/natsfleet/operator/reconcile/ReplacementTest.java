package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

class ReplacementTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldReplaceNodesThatAskForItOneAfterTheOther() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).says = NodeState.FAILED;
    fixture.machine(2).says = NodeState.FAILED;
    fixture.world.tick();

    // When
    fixture.pass(THREE);
    fixture.world.tick();
    fixture.pass(THREE);

    // Then
    assertThat(fixture.machine(1).isMember()).isFalse();
    assertThat(fixture.machine(2).isServing() || fixture.machine(2).isMember()).isTrue();
    assertThat(fixture.events("ReplacingNode")).hasSize(1);
  }

  @Test
  void shouldReplaceTheSecondOnlyWhenTheFirstHasBeenMadeGood() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).says = NodeState.FAILED;
    fixture.world.tick();
    fixture.pass(THREE);
    fixture.machine(2).says = NodeState.FAILED;

    // When
    int fewest = fixture.runFor(THREE, 20);

    // Then nobody waits for the second to recover by itself
    assertThat(fixture.serving()).containsExactly("i-003", "i-004", "i-005");
    assertThat(fewest).isEqualTo(1);
    assertThat(fixture.events("ReplacingNode")).hasSize(2);
  }

  @Test
  void shouldReplaceTheSecondOnlyAfterTheReplacementOfTheFirstServes() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).says = NodeState.FAILED;
    fixture.machine(2).says = NodeState.FAILED;
    fixture.world.tick();
    fixture.pass(THREE);
    fixture.world.tick();
    fixture.world.tick();

    // When
    fixture.machine(4).knowsNobody = true;
    fixture.runFor(THREE, 20);

    // Then
    assertThat(fixture.machine(2).isMember()).isTrue();
  }

  @Test
  void shouldKeepASilentNodeWhoseServerStillHasRoutes() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).mute = true;

    // When
    fixture.runFor(THREE, 700);
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(fixture.machine(2).isMember()).isTrue();
    assertThat(outcome.status().nodes().get(1).state()).isEqualTo("Unknown");
    assertThat(outcome.status().nodes().get(1).heartbeatAgeSeconds()).isEqualTo(600);
    assertThat(outcome.status().endpoints()).contains("nats://10.0.0.2:4222");
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").reason())
        .isEqualTo("NodesNotServing");
  }

  @Test
  void shouldReplaceASilentNodeThatNoPeerIsLinkedTo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).mute = true;
    fixture.machine(2).unlinked = true;

    // When
    fixture.runFor(THREE, 295);
    boolean early = fixture.machine(2).isMember();
    fixture.runFor(THREE, 15);

    // Then
    assertThat(early).isTrue();
    assertThat(fixture.machine(2).isMember()).isFalse();
    assertThat(fixture.serving()).containsExactly("i-001", "i-003", "i-004");
  }

  @Test
  void shouldReplaceAMemberThatHasNoRow() {
    // Given a node that a person has drained by hand
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.drainByHand(fixture.machine(2));

    // When
    fixture.runFor(THREE, 295);
    boolean early = fixture.machine(2).isMember();
    fixture.runFor(THREE, 15);

    // Then
    assertThat(early).isTrue();
    assertThat(fixture.machine(2).isMember()).isFalse();
    assertThat(fixture.serving()).containsExactly("i-001", "i-003", "i-004");
    assertThat(fixture.events("ReplacingNode").getFirst())
        .contains("i-002 has no row for more than 300 s");
  }

  @Test
  void shouldKeepAMemberWithoutARowWhileAPeerIsNotWell() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.drainByHand(fixture.machine(2));
    fixture.machine(3).says = NodeState.DEGRADED;

    // When
    fixture.runFor(THREE, 400);

    // Then
    assertThat(fixture.machine(2).isMember()).isTrue();
  }

  @Test
  void shouldKeepAMemberWithoutARowWhoseServerHasRoutes() {
    // Given a row that was removed while its agent does not reach the registry
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.drainByHand(fixture.machine(2));
    fixture.machine(2).unlinked = false;

    // When
    fixture.runFor(THREE, 400);

    // Then
    assertThat(fixture.machine(2).isMember()).isTrue();
  }

  @Test
  void shouldDeclareNobodyDeadWhenAllFallSilentAtOnce() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    for (int i = 1; i <= 3; i++) {
      fixture.machine(i).mute = true;
      fixture.machine(i).unlinked = true;
    }

    // When
    fixture.runFor(THREE, 700);
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(fixture.world.groups.machines).hasSize(3).allMatch(m -> m.isMember());
    assertThat(outcome.status().endpoints()).hasSize(4);
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(fixture.events("RegistrySilent")).hasSize(1);
  }

  @Test
  void shouldForgetTheRowThatADeadInstanceLeftBehind() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).mute = true;
    fixture.world.groups.terminate("i-002", CapacityPolicy.KEEP);

    // When
    fixture.runFor(THREE, 295);
    int early = fixture.world.registry.rows().size();
    fixture.runFor(THREE, 15);

    // Then
    assertThat(early).isEqualTo(4);
    assertThat(fixture.world.registry.rows()).extracting("ip").doesNotContain("10.0.0.2");
  }
}
