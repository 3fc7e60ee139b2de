package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.GroupField;
import dev.natsfleet.operator.port.GroupSpec;
import dev.natsfleet.operator.world.Wishes;
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

  private static final Wish THREE = Wishes.nodes(3);

  @ParameterizedTest
  @EnumSource(GroupField.class)
  void shouldCorrectAFieldAndNameIt(GroupField field) {
    // Given
    Story story = Story.settled(THREE);
    GroupSpec right = Objects.requireNonNull(story.world.groups.spec);
    story.world.groups.correct(wrong(right), Set.of(field));

    // When
    story.operator.settle(THREE);

    // Then
    assertThat(story.world.groups.spec).isEqualTo(right);
    assertThat(story.told("CorrectingDrift"))
        .singleElement()
        .asString()
        .contains(field.text() + " is ", ", wanted ");
  }

  @Test
  void shouldMakeTheRightVersionTheDefaultAgain() {
    // Given
    Story story = Story.settled(THREE);
    story.world.templates.makeDefault(7);

    // When
    story.operator.settle(THREE);

    // Then
    assertThat(story.told("CorrectingDrift"))
        .containsExactly("make template version 1 the default: defaultVersion is 7, wanted 1");
  }

  @Test
  void shouldLeaveHooksAndTagsOfOthersAlone() {
    // Given
    Story story = Story.settled(THREE);
    GroupSpec right = Objects.requireNonNull(story.world.groups.spec);
    TreeMap<String, String> tags = new TreeMap<>(right.tags());
    tags.put("cost-centre", "42");
    GroupSpec more =
        new GroupSpec(
            right.size(),
            right.templateVersion(),
            right.subnets(),
            right.hooks(),
            tags,
            right.protectedFromScaleIn(),
            right.suspended());
    story.world.groups.correct(more, Set.of(GroupField.TAGS));
    int writes = story.writes.writes();

    // When
    story.operator.settle(THREE);

    // Then
    assertThat(story.writes.writes()).isEqualTo(writes);
  }

  private static GroupSpec wrong(GroupSpec right) {
    return new GroupSpec(
        right.size(),
        99,
        new TreeSet<>(List.of("subnet-a")),
        List.of(right.hooks().getFirst()),
        new TreeMap<>(Map.of("natsfleet:owner", "uid-1")),
        false,
        new TreeSet<>(List.of("Launch")));
  }
}
