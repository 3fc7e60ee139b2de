package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

/** The right to complete hooks is missing. */
class HookRightsTest {

  private static final String ALLOW = "allow autoscaling:CompleteLifecycleAction";
  private static final DesiredCluster FOUR = SampleClusters.nodes(4);

  private final ReconciliationFixture fixture =
      ReconciliationFixture.settled(SampleClusters.nodes(3));

  HookRightsTest() {
    fixture.pass(FOUR);
    fixture.world.tick();
    fixture.world.tick();
  }

  @Test
  void shouldWarnWithTheWordsOfTheAgentThatCannotCompleteItsLaunchHook() {
    // Given
    fixture.machine(4).why = ALLOW + " for the role of the instance profile";

    // When
    fixture.runFor(FOUR, 10);
    Condition degraded = ReconciliationFixture.condition(fixture.pass(FOUR), "Degraded");

    // Then
    assertThat(degraded.status()).isEqualTo("True");
    assertThat(degraded.reason()).isEqualTo("LaunchHookOpen");
    assertThat(degraded.message()).contains(ALLOW);
    assertThat(fixture.events("LaunchHookOpen")).hasSize(1);
  }

  @Test
  void shouldBeStalledAndNameTheRightThatTheOperatorLacks() {
    // Given
    fixture.machine(4).hasty = true;
    fixture.world.groups.writeFailure = new PortException(Kind.DENIED, ALLOW);
    fixture.runFor(FOUR, 3);

    // When
    Condition stalled = ReconciliationFixture.condition(fixture.pass(FOUR), "Stalled");

    // Then
    assertThat(stalled.status()).isEqualTo("True");
    assertThat(stalled.reason()).isEqualTo("AwsDenied");
    assertThat(stalled.message()).contains(ALLOW);
  }
}
