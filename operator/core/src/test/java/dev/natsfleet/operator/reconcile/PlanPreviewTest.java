package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.world.RestartingOperator.Announcement;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

class PlanPreviewTest {
  @Test
  void shouldShowThePlanBeforeItsFirstWrite() {
    // Given
    ReconciliationFixture fixture = new ReconciliationFixture();
    // When
    fixture.pass(SampleClusters.nodes(3));
    // Then
    Announcement first = fixture.operator.announced.getFirst();
    assertThat(first.writes()).isZero();
    assertThat(first.steps()).contains("create the tables", "create the Auto Scaling group");
  }

  @Test
  void shouldShowAPlanOnceThatItCannotMake() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.operator.announced.clear();
    fixture.world.groups.writeFailure = new PortException(Kind.THROTTLED, "Rate exceeded");
    // When
    fixture.runFor(SampleClusters.nodes(5), 10);
    // Then
    assertThat(fixture.operator.announced).hasSize(1);
  }

  @Test
  void shouldShowNothingWhileThereIsNothingToDo() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.operator.announced.clear();
    // When
    fixture.runFor(SampleClusters.nodes(3), 10);
    // Then
    assertThat(fixture.operator.announced).isEmpty();
  }
}
