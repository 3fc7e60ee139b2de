package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.LaunchTemplate.Version;
import dev.natsfleet.operator.port.NodeGroups.CapacityPolicy;
import dev.natsfleet.operator.world.SampleClusters;
import org.junit.jupiter.api.Test;

/** A rollout is begun by the user, not by whoever changes the parameter that names the image. */
class ImagePinTest {

  private static final DesiredCluster PLAIN = SampleClusters.parameter();

  @Test
  void shouldKeepItsImageWhenTheParameterNamesAnother() {
    // Given
    ReconciliationFixture fixture = moved();

    // When
    fixture.runFor(PLAIN, 60);
    Condition progressing = ReconciliationFixture.condition(fixture.pass(PLAIN), "Progressing");

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(fixture.world.templates.created).isEqualTo(1);
    assertThat(progressing.status()).isEqualTo("False");
    assertThat(progressing.reason()).isEqualTo("NewerImage");
    assertThat(progressing.message()).contains("ami-1", "ami-2", "natsfleet.dev/roll-out=ami-2");
    assertThat(fixture.events("NewerImage")).hasSize(1);
  }

  @Test
  void shouldLaunchFromItsImageWhenTheParameterNamesAnother() {
    // Given
    ReconciliationFixture fixture = moved();
    fixture.operator.restart();
    fixture.world.groups.terminate("i-002", CapacityPolicy.KEEP);

    // When
    fixture.runFor(PLAIN, 60);

    // Then
    assertThat(fixture.world.machine("i-004").isServing()).isTrue();
    assertThat(fixture.world.templates.versions).extracting("image").containsExactly("ami-1");
  }

  @Test
  void shouldKeepItsImageWhenAnOperatorThatDidNotSeeItsTemplateMadeAnother() {
    // Given
    ReconciliationFixture fixture = moved();
    String pin = fixture.world.templates.versions.getFirst().pin();
    fixture.world.templates.versions.add(new Version(2, "other", pin, "ami-2"));

    // When
    fixture.runFor(PLAIN, 60);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(fixture.world.templates.versions).extracting("image").containsExactly("ami-1");
  }

  @Test
  void shouldTakeTheNewerImageOnceWhenTheAnnotationChanges() {
    // Given
    ReconciliationFixture fixture = moved();
    DesiredCluster asked = SampleClusters.rollOut(PLAIN, "please");

    // When
    fixture.operator.settle(asked);
    fixture.world.region.parameter = "ami-3";
    fixture.runFor(asked, 60);

    // Then
    assertThat(fixture.serving()).containsExactly("i-004", "i-005", "i-006");
    assertThat(fixture.world.templates.versions).extracting("image").containsExactly("ami-2");
  }

  @Test
  void shouldKeepWhatTheAnnotationAskedForWhenItIsLost() {
    // Given
    ReconciliationFixture fixture = moved();
    fixture.operator.settle(SampleClusters.rollOut(PLAIN, "please"));
    fixture.world.region.parameter = "ami-3";

    // When
    fixture.runFor(PLAIN, 60);

    // Then
    assertThat(fixture.serving()).containsExactly("i-004", "i-005", "i-006");
    assertThat(fixture.world.templates.versions).extracting("image").containsOnly("ami-2");
  }

  @Test
  void shouldReplaceNobodyWhenTheAnnotationChangesAndTheImageDoesNot() {
    // Given
    ReconciliationFixture fixture = settled();

    // When
    fixture.runFor(SampleClusters.rollOut(PLAIN, "again"), 60);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
  }

  @Test
  void shouldTryARejectedImageAgainWhenTheAnnotationChanges() {
    // Given
    ReconciliationFixture fixture = moved();
    fixture.world.groups.broken.add(2L);
    fixture.runFor(SampleClusters.rollOut(PLAIN, "first"), 60);
    fixture.world.groups.broken.clear();

    // When
    fixture.operator.settle(SampleClusters.rollOut(PLAIN, "second"));

    // Then
    assertThat(fixture.events("RollingBack")).hasSize(1);
    assertThat(fixture.world.templates.versions).extracting("image").contains("ami-2");
    assertThat(fixture.serving()).doesNotContain("i-001", "i-002", "i-003").hasSize(3);
  }

  @Test
  void shouldGoOnWithItsTemplateWhenItsImageIsGone() {
    // Given
    ReconciliationFixture fixture = moved();
    fixture.world.region.missing.add("ami-1");

    // When
    fixture.runFor(PLAIN, 60);
    Condition stalled = ReconciliationFixture.condition(fixture.pass(PLAIN), "Stalled");

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(stalled.reason()).isEqualTo("NotFound");
    assertThat(stalled.message()).contains("ami-2", "natsfleet.dev/roll-out", "goes on");
  }

  private static ReconciliationFixture settled() {
    ReconciliationFixture fixture = new ReconciliationFixture();
    fixture.world.region.parameter = "ami-1";
    fixture.operator.settle(PLAIN);
    return fixture;
  }

  /** The parameter names another image than the one that the fleet runs. */
  private static ReconciliationFixture moved() {
    ReconciliationFixture fixture = settled();
    fixture.world.region.parameter = "ami-2";
    return fixture;
  }
}
