package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsClusterStatus;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

class StatusTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @Test
  void shouldNotChangeWhileNothingHappens() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    NatsClusterStatus before = fixture.pass(THREE).status();

    // When
    fixture.runFor(THREE, 100);

    // Then
    assertThat(fixture.pass(THREE).status()).isEqualTo(before);
  }

  @Test
  void shouldMoveTheTimeOfATransitionOnlyWithTheStatus() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    String ready =
        ReconciliationFixture.condition(fixture.pass(THREE), "Ready").lastTransitionTime();
    fixture.machine(1).says = NodeState.DEGRADED;
    fixture.runFor(THREE, 10);

    // When
    Outcome unready = fixture.pass(THREE);
    fixture.runFor(THREE, 10);
    Outcome later = fixture.pass(THREE);

    // Then
    assertThat(ReconciliationFixture.condition(unready, "Ready").status()).isEqualTo("False");
    assertThat(ReconciliationFixture.condition(unready, "Ready").lastTransitionTime())
        .isNotEqualTo(ready);
    assertThat(ReconciliationFixture.condition(later, "Ready"))
        .isEqualTo(ReconciliationFixture.condition(unready, "Ready"));
    assertThat(later.status().nodes().getFirst().whyNot()).isEqualTo("its agent says DEGRADED");
  }

  @Test
  void shouldNotCallANodeReadyThatHasNoRouteToAPeerItDoesNotKnow() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).knowsNobody = true;
    fixture.runFor(THREE, 10);

    // When
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(2);
    assertThat(outcome.status().nodes().getFirst().routes()).isEqualTo("0/2");
    assertThat(outcome.status().nodes().getFirst().whyNot()).isEqualTo("routes up: 0/2");
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("False");
  }

  @Test
  void shouldDeclareNobodyDeadWhenTheRegistryCannotBeRead() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    int writes = fixture.writes.writes();
    fixture.world.registry.faults().failNext(1, Kind.UNAVAILABLE);

    // When
    Outcome outcome = fixture.pass(THREE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("Unknown");
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").reason())
        .isEqualTo("RegistryUnreachable");
    assertThat(outcome.status().nodes()).hasSize(3).extracting("state").containsOnly("Unknown");
    assertThat(outcome.status().nodes()).extracting("routes").containsOnly("unknown");
    assertThat(outcome.status().endpoints()).hasSize(4);
    assertThat(fixture.events("RegistryUnreachable")).hasSize(1);
    assertThat(fixture.writes.writes()).as("nothing but the event").isEqualTo(writes + 1);
  }

  @Test
  void shouldNotSayThatAllAreReadyWhileOneIsSilent() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(1).mute = true;

    // When
    fixture.runFor(THREE, 40);
    NatsClusterStatus status = fixture.pass(THREE).status();

    // Then
    assertThat(status.reason()).isEqualTo("NodesNotServing");
  }

  @Test
  void shouldCareForTheFleetWhileItsStatusCannotBeWritten() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.operator.statusFailure =
        new PortException(Kind.DENIED, "patch the status of shop/orders: forbidden");

    // When
    fixture.runFor(SampleClusters.nodes(4), 20);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.events("KubernetesUnreachable")).hasSize(1);
    assertThat(fixture.events("InternalError")).isEmpty();
  }

  @Test
  void shouldShowWhatWasSeenLastWhileTheGroupCannotBeRead() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    fixture.world.groups.readFailure =
        new PortException(Kind.DENIED, "autoscaling:DescribeAutoScalingGroups");
    NatsClusterStatus status = fixture.pass(THREE).status();

    // Then the number of replicas does not mislead who scales by it
    assertThat(status.ready()).isEqualTo(3);
    assertThat(status.nodes()).hasSize(3).extracting("state").containsOnly("Unknown");
    assertThat(status.nodes().getFirst().whyNot()).isEqualTo("AWS cannot be read");
    assertThat(status.reason()).isNotEqualTo("AllReady");
  }

  @Test
  void shouldTellOnceThatItIsThrottledWhenItLooks() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);

    // When
    fixture.world.registry.faults().failNext(1, Kind.THROTTLED);
    Outcome first = fixture.pass(THREE);
    fixture.world.registry.faults().failNext(1, Kind.THROTTLED);
    Outcome second = fixture.pass(THREE);

    // Then
    assertThat(ReconciliationFixture.condition(first, "Degraded").status()).isEqualTo("True");
    assertThat(second.status()).isEqualTo(first.status());
    assertThat(fixture.events("AwsThrottled")).hasSize(1);
  }

  @Test
  void shouldShowWhatAPausedClusterWouldDo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    int writes = fixture.writes.writes();

    // When
    Outcome outcome = fixture.pass(SampleClusters.paused(SampleClusters.nodes(5)));

    // Then
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(outcome.status().plan()).extracting("step").containsExactly("set size 0 <= 5 <= 20");
    assertThat(ReconciliationFixture.condition(outcome, "Paused").status()).isEqualTo("True");
    assertThat(fixture.writes.writes()).isEqualTo(writes);
  }
}
