package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import dev.natsfleet.registry.Tables.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A first creation that is refused. */
class CreationRollbackTest {

  private static final DesiredCluster ONE = SampleClusters.nodes(1);

  @ParameterizedTest
  @CsvSource({"DENIED, AwsDenied", "INVALID, AwsRefused", "EXHAUSTED, AwsExhausted"})
  void shouldTakeBackWhatWasMadeAndSayWhatToDo(Kind kind, String reason) {
    // Given
    ReconciliationFixture fixture = refused(kind);

    // When
    Outcome outcome = fixture.pass(ONE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(fixture.world.templates.versions).isEmpty();
    assertThat(fixture.world.registry.state()).isEqualTo(State.ABSENT);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason()).isEqualTo(reason);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("CreateAutoScalingGroup", "nothing of the new cluster is kept");
    assertThat(fixture.events("Deleting"))
        .singleElement()
        .asString()
        .startsWith("delete the template");
  }

  @Test
  void shouldTryAgainAfterLongerAndLongerPauses() {
    // Given
    ReconciliationFixture fixture = refused(Kind.DENIED);

    // When
    fixture.runFor(ONE, 14);
    long early = fixture.world.templates.created;
    fixture.runFor(ONE, 1);
    fixture.runFor(ONE, 15 + 30 + 60);

    // Then
    assertThat(early).isEqualTo(1);
    assertThat(fixture.world.templates.created).isEqualTo(4);
    assertThat(fixture.events("AwsDenied")).hasSize(1);
  }

  @Test
  void shouldTryAgainAtOnceForAnotherSpecification() {
    // Given
    ReconciliationFixture fixture = refused(Kind.DENIED);
    fixture.pass(ONE);
    fixture.world.groups.writeFailure = null;

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.again(ONE));

    // Then
    assertThat(outcome.status().ready()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"THROTTLED", "UNAVAILABLE", "CONFLICT"})
  void shouldKeepWhatIsThereWhenItIsNoRefusal(Kind kind) {
    // Given
    ReconciliationFixture fixture = refused(kind);

    // When
    fixture.pass(ONE);

    // Then
    assertThat(fixture.world.templates.versions).hasSize(1);
  }

  @Test
  void shouldTakeNothingBackOfAClusterThatWasThere() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(ONE);
    fixture.world.groups.writeFailure =
        new PortException(Kind.DENIED, "autoscaling:UpdateAutoScalingGroup");

    // When
    fixture.runFor(SampleClusters.nodes(2), 30);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001");
    assertThat(fixture.world.registry.state()).isEqualTo(State.ACTIVE);
  }

  private static ReconciliationFixture refused(Kind kind) {
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.world.groups.writeFailure =
        new PortException(kind, "autoscaling:CreateAutoScalingGroup");
    return fixture;
  }
}
