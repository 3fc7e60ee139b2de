package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.NatsClusterStatus.PlannedStep;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LifecycleHook;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.world.FakeMachine;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CreationTest {

  @Test
  void shouldMakeAClusterOfNothing() {
    // When
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    Outcome outcome = fixture.pass(SampleClusters.nodes(3));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(outcome.status().phase()).isEqualTo("Running");
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(outcome.status().nodes()).extracting("routes").containsOnly("2/2");
    assertThat(fixture.world.serving()).extracting(FakeMachine::zone).doesNotHaveDuplicates();
    assertThat(outcome.status().endpoints())
        .containsExactly(
            "nats://orders.shop.svc:4222",
            "nats://10.0.0.1:4222",
            "nats://10.0.0.2:4222",
            "nats://10.0.0.3:4222");
    assertThat(ReconciliationFixture.condition(outcome, "Ready").status()).isEqualTo("True");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").status()).isEqualTo("False");
  }

  @Test
  void shouldGiveTheGroupHooksTagsAndProtectionFromTheFirst() {
    // When
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.pass(SampleClusters.nodes(3));

    // Then
    NodeGroupSpec group = Objects.requireNonNull(fixture.world.groups.spec);
    assertThat(group.hooks())
        .containsExactly(
            new LifecycleHook(
                "natsfleet-launch",
                LifecycleHook.LifecycleTransition.LAUNCHING,
                300,
                LifecycleHook.Result.ABANDON),
            new LifecycleHook(
                "natsfleet-terminate",
                LifecycleHook.LifecycleTransition.TERMINATING,
                900,
                LifecycleHook.Result.CONTINUE));
    assertThat(group.tags())
        .containsEntry("natsfleet:cluster", "shop/orders")
        .containsEntry("natsfleet:pool", "core")
        .containsEntry("natsfleet:owner", "uid-1")
        .containsEntry("team", "payments")
        .containsKey("natsfleet:template");
    assertThat(group.protectedFromScaleIn()).isTrue();
    assertThat(group.suspended()).containsExactly("AZRebalance");
  }

  @Test
  void shouldWriteTheSettingsBeforeTheFirstNodeIsLaunched() {
    // When
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.pass(SampleClusters.nodes(1));

    // Then
    assertThat(fixture.world.events)
        .extracting("reason")
        .containsExactly(
            "CreatingTemplate",
            "CreatingGroup",
            "CreatingTables",
            "StoringSettings",
            "SettingsStable",
            "Scaling");
  }

  @Test
  void shouldShowThePlanOfAPausedClusterAndWriteNothing() {
    // Given
    ReconciliationFixture fixture = new ReconciliationFixture();

    // When
    Outcome outcome = fixture.pass(SampleClusters.paused(SampleClusters.nodes(3)));

    // Then
    assertThat(fixture.writes.writes()).isZero();
    assertThat(outcome.status().phase()).isEqualTo("Paused");
    assertThat(outcome.status().plan())
        .extracting(PlannedStep::step)
        .contains("create the tables", "create the Auto Scaling group");
  }

  @Test
  void shouldCreateNothingWhenSomethingNamedDoesNotExist() {
    // Given
    ReconciliationFixture fixture = new ReconciliationFixture();
    DesiredCluster desired =
        SampleClusters.subnets(SampleClusters.image("ami-missing"), "subnet-a", "subnet-0abc");

    // When
    Outcome outcome = fixture.pass(desired);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(fixture.world.groups.spec).isNull();
    assertThat(fixture.world.templates.versions).isEmpty();
    assertThat(fixture.world.registry.state()).hasToString("ABSENT");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("spec.nodes.image.id: ami-missing does not exist in eu-west-1")
        .contains("spec.nodes.subnets: subnet-0abc does not exist in eu-west-1");
    assertThat(fixture.events("NotFound")).hasSize(2);
  }

  @Test
  void shouldWaitWithoutStallingWhileAwsThrottles() {
    // Given
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.world.groups.writeFailure = new PortException(Kind.THROTTLED, "Rate exceeded");

    // When
    Outcome outcome = fixture.pass(SampleClusters.nodes(1));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").status()).isEqualTo("False");
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").reason())
        .isEqualTo("AwsThrottled");
  }

  @Test
  void shouldTouchNothingThatBelongsToAnother() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.owner = "uid-2";
    int writes = fixture.writes.writes();

    // When
    Outcome outcome = fixture.pass(SampleClusters.nodes(5));

    // Then
    assertThat(outcome.status().phase()).isEqualTo("Stalled");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("ForeignResource");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("natsfleet.shop.orders.core", "uid-2");
    assertThat(fixture.writes.writes()).isEqualTo(writes + 1);
  }
}
