package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.world.SampleClusters;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplateRollbackTest {

  private static final DesiredCluster BAD = SampleClusters.image("ami-2");

  @Test
  void shouldGoBackToTheTemplateThatServesAfterTwoFailedLaunches() {
    // When
    ReconciliationFixture fixture = failed();
    Outcome outcome = fixture.pass(BAD);

    // Then
    assertThat(template(fixture)).isEqualTo(1);
    assertThat(fixture.serving()).hasSize(3).contains("i-002", "i-003");
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").reason())
        .isEqualTo("RolloutFailed");
    assertThat(ReconciliationFixture.condition(outcome, "Stalled").message())
        .contains("give up template", "abandoned by its launch hook", "correct spec.nodes");
    assertThat(fixture.events("RollingBack")).hasSize(1);
  }

  @Test
  void shouldNotTryTheBadTemplateAgainByItself() {
    // Given
    ReconciliationFixture fixture = failed();
    int launched = fixture.world.groups.machines.size();

    // When
    int fewest = fixture.runFor(BAD, 100);

    // Then
    assertThat(fewest).isEqualTo(3);
    assertThat(fixture.world.groups.machines).hasSize(launched);
  }

  @Test
  void shouldNotCountLaunchesThatFailedBeforeTheTrialAndNobodyHadToRead() {
    // Given a scale-out that failed twice and was taken back: the group is whole again
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.image("ami-1"));
    fixture.world.groups.failures.addAll(List.of("old-2", "old-1"));

    // When
    fixture.operator.settle(BAD);

    // Then
    assertThat(template(fixture)).isEqualTo(2);
    assertThat(fixture.events("RollingBack")).isEmpty();
  }

  @Test
  void shouldTryAgainWhenTheAnnotationAsksForIt() {
    // Given
    ReconciliationFixture fixture = failed();
    fixture.world.groups.broken.clear();

    // When
    Outcome outcome = fixture.operator.settle(SampleClusters.rollOut(BAD, "again"));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(template(fixture)).isEqualTo(2);
    assertThat(fixture.world.registry.journal().open()).isEmpty();
  }

  @Test
  void shouldNotTryARejectedTemplateAgainBecauseTheClusterIsScaled() {
    // Given
    ReconciliationFixture fixture = failed();
    int launched = fixture.world.groups.machines.size();

    // When
    fixture.runFor(SampleClusters.again(SampleClusters.sized(BAD, 4)), 60);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.world.groups.machines).hasSize(launched + 1);
    assertThat(template(fixture)).isEqualTo(1);
  }

  @Test
  void shouldNotBlameANewTemplateForLaunchesBeforeIt() {
    // Given
    ReconciliationFixture fixture = failed();
    fixture.world.groups.failures.add("launch of i-901");
    fixture.world.groups.failures.add("launch of i-900");

    // When
    fixture.operator.settle(SampleClusters.again(SampleClusters.image("ami-3")));

    // Then
    assertThat(template(fixture)).isEqualTo(3);
    assertThat(fixture.events("RollingBack")).hasSize(1);
  }

  private static ReconciliationFixture failed() {
    ReconciliationFixture fixture = ReconciliationFixture.settled(SampleClusters.nodes(3));
    fixture.world.groups.broken.add(2L);
    fixture.runFor(BAD, 60);
    return fixture;
  }

  private static long template(ReconciliationFixture fixture) {
    return Objects.requireNonNull(fixture.world.groups.spec).templateVersion();
  }
}
