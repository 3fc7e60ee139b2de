package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.Condition;
import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.world.SampleClusters;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running fleet needs goes on without what only a new launch template or subnet needs. */
class MissingReferenceTest {
  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @ParameterizedTest
  @ValueSource(strings = {"ami-1", "subnet-b", "sg-1"})
  void shouldReplaceAFailedNodeWhileSomethingThatTheSpecificationNamesIsMissing(String missing) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.region.missing.add(missing);
    fixture.machine(2).says = NodeState.FAILED;
    fixture.world.tick();

    // When
    fixture.runFor(THREE, 20);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-003", "i-004");
    Condition stalled = ReconciliationFixture.condition(fixture.pass(THREE), "Stalled");
    assertThat(stalled.reason()).isEqualTo("NotFound");
    assertThat(stalled.message()).contains(missing + " does not exist", "goes on");
  }

  @Test
  void shouldReplaceAFailedNodeWhileTheSpecificationIsRefused() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.machine(2).says = NodeState.FAILED;
    fixture.world.tick();
    DesiredCluster invalid = SampleClusters.invalid(THREE);

    // When
    fixture.runFor(invalid, 20);

    // Then
    assertThat(fixture.serving()).containsExactly("i-001", "i-003", "i-004");
    Condition stalled = ReconciliationFixture.condition(fixture.pass(invalid), "Stalled");
    assertThat(stalled.reason()).isEqualTo("InvalidSpec");
    assertThat(stalled.message()).contains("max_conections");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"DENIED", "THROTTLED", "UNAVAILABLE"})
  void shouldScaleAndCorrectDriftWhileImagesCannotBeRead(Kind kind) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.region.readFailure = new PortException(kind, "ec2:DescribeImages on ami-1: no");
    fixture.world.groups.dropHooks();

    // When
    fixture.runFor(SampleClusters.nodes(4), 20);

    // Then
    assertThat(fixture.serving()).hasSize(4);
    assertThat(fixture.events("CorrectingDrift"))
        .anyMatch(message -> message.contains(NodeGroupField.HOOKS.text()));
  }

  @Test
  void shouldHoldANewTemplateUntilItsImageIsThere() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    DesiredCluster changed = SampleClusters.image("ami-2");
    fixture.world.region.missing.add("ami-2");

    // When
    fixture.runFor(changed, 20);
    long held = fixture.world.templates.created;
    fixture.world.region.missing.clear();
    fixture.operator.settle(changed);

    // Then
    assertThat(held).isEqualTo(1);
    assertThat(fixture.world.templates.created).isEqualTo(2);
    assertThat(fixture.serving()).containsExactly("i-004", "i-005", "i-006");
  }

  @Test
  void shouldKeepTheSubnetsOfTheGroupUntilTheNewOneIsThere() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    DesiredCluster changed = SampleClusters.subnets(THREE, "subnet-a", "subnet-missing");

    // When
    fixture.runFor(changed, 20);

    // Then
    assertThat(Objects.requireNonNull(fixture.world.groups.spec).subnets())
        .containsExactly("subnet-a", "subnet-b", "subnet-c");
    assertThat(fixture.serving()).containsExactly("i-001", "i-002", "i-003");
  }
}
