package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

class InternalErrorTest {

  private static final DesiredCluster FIVE = SampleClusters.nodes(5);

  @Test
  void shouldShowAnErrorOfTheOperatorsOwnAndKeepWhatIsKnown() {
    // Given
    ReconciliationFixture fixture = broken();

    // When
    Outcome outcome = fixture.pass(FIVE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").reason())
        .isEqualTo("InternalError");
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").message())
        .contains("IllegalStateException: no such thing");
  }

  @Test
  void shouldTellOnceAndTryAgainWithLongerPauses() {
    // Given
    ReconciliationFixture fixture = broken();

    // When
    Outcome first = fixture.pass(FIVE);
    Outcome second = fixture.pass(FIVE);
    fixture.runFor(FIVE, 10);

    // Then
    assertThat(second.next()).isGreaterThan(first.next());
    assertThat(fixture.pass(FIVE).next()).hasSeconds(300);
    assertThat(fixture.events("InternalError")).hasSize(1);
  }

  @Test
  void shouldGoOnWhenTheErrorIsGone() {
    // Given
    ReconciliationFixture fixture = broken();
    fixture.runFor(FIVE, 3);
    fixture.world.groups.writeFailure = null;

    // When
    Outcome outcome = fixture.operator.settle(FIVE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(5);
    assertThat(ReconciliationFixture.condition(outcome, "Degraded").status()).isEqualTo("False");
  }

  private static ReconciliationFixture broken() {
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.writeFailure = new IllegalStateException("no such thing");
    return fixture;
  }
}
