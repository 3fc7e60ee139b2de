package dev.natsfleet.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.DesiredCluster;
import dev.natsfleet.operator.port.NodeGroupField;
import dev.natsfleet.operator.port.NodeGroupSpec;
import dev.natsfleet.operator.world.SampleClusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriftTest {

  private static final DesiredCluster THREE = SampleClusters.nodes(3);

  @ParameterizedTest
  @EnumSource(NodeGroupField.class)
  void shouldCorrectAFieldAndNameIt(NodeGroupField field) {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    NodeGroupSpec right = Objects.requireNonNull(fixture.world.groups.spec);
    fixture.world.groups.correct(wrong(right), Set.of(field));

    // When
    fixture.operator.settle(THREE);

    // Then
    assertThat(fixture.world.groups.spec).isEqualTo(right);
    assertThat(fixture.events("CorrectingDrift"))
        .singleElement()
        .asString()
        .contains(field.text() + " is ", ", wanted ");
  }

  @Test
  void shouldMakeTheRightVersionTheDefaultAgain() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    fixture.world.templates.makeDefault(7);

    // When
    fixture.operator.settle(THREE);

    // Then
    assertThat(fixture.events("CorrectingDrift"))
        .containsExactly("make template version 1 the default: defaultVersion is 7, wanted 1");
  }

  @Test
  void shouldLeaveHooksAndTagsOfOthersAlone() {
    // Given
    ReconciliationFixture fixture = ReconciliationFixture.settled(THREE);
    NodeGroupSpec right = Objects.requireNonNull(fixture.world.groups.spec);
    TreeMap<String, String> tags = new TreeMap<>(right.tags());
    tags.put("cost-centre", "42");
    NodeGroupSpec more =
        new NodeGroupSpec(
            right.size(),
            right.templateVersion(),
            right.subnets(),
            right.hooks(),
            tags,
            right.protectedFromScaleIn(),
            right.suspended());
    fixture.world.groups.correct(more, Set.of(NodeGroupField.TAGS));
    int writes = fixture.writes.writes();

    // When
    fixture.operator.settle(THREE);

    // Then
    assertThat(fixture.writes.writes()).isEqualTo(writes);
  }

  private static NodeGroupSpec wrong(NodeGroupSpec right) {
    return new NodeGroupSpec(
        right.size(),
        99,
        new TreeSet<>(List.of("subnet-a")),
        List.of(right.hooks().getFirst()),
        new TreeMap<>(Map.of("natsfleet:owner", "uid-1")),
        false,
        new TreeSet<>(List.of("Launch")));
  }
}
