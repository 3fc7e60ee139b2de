package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Machine;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.ClusterRow;
import dev.natsfleet.registry.NodeRow;
import org.junit.jupiter.api.Test;

class RolloutTest {

  @Test
  void shouldReplaceNodesOfAnOldImageOneAtATime() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));

    // When
    int fewest = story.live(Wishes.image("ami-2"), 60);

    // Then
    assertThat(fewest).isEqualTo(2);
    assertThat(story.serving()).containsExactly("i-004", "i-005", "i-006");
    assertThat(story.world.templates.versions).hasSize(1);
  }

  @Test
  void shouldKeepATemplateVersionAsLongAsANodeUsesIt() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));

    // When
    story.live(Wishes.image("ami-2"), 3);

    // Then
    assertThat(story.serving()).contains("i-003");
    assertThat(story.world.templates.versions).hasSize(2);
  }

  @Test
  void shouldMoveNodesOutOfASubnetThatIsNoLongerListed() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));

    // When
    story.live(Wishes.subnets(Wishes.nodes(3), "subnet-a", "subnet-b"), 60);

    // Then
    assertThat(story.world.serving()).extracting(Machine::zone).doesNotContain("zone-c");
    assertThat(story.serving()).contains("i-001", "i-002").hasSize(3);
  }

  @Test
  void shouldTryNewSettingsOnOneNodeBeforeTheyBecomeStable() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    String before = stable(story);

    // When
    story.pass(Wishes.payload("2Mi"));

    // Then
    assertThat(stable(story)).isEqualTo(before);
    assertThat(story.world.registry.rows().stream().filter(RolloutTest::ordered)).hasSize(1);
  }

  @Test
  void shouldMoveEveryNodeToNewSettingsInPlaceAndForgetTheOld() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    String before = stable(story);

    // When
    Outcome outcome = story.operator.settle(Wishes.payload("2Mi"));

    // Then
    assertThat(story.serving()).containsExactly("i-001", "i-002", "i-003");
    assertThat(outcome.status().revision()).isEqualTo(stable(story)).isNotEqualTo(before);
    assertThat(story.world.registry.revisions()).containsExactly(stable(story));
  }

  @Test
  void shouldStopWhenTwoNodesRefuseTheSettings() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    String before = stable(story);
    Wish refused = Wishes.payload("3Mi");
    story.world.refused.add(revision(refused));

    // When
    story.live(refused, 60);
    Outcome outcome = story.pass(refused);

    // Then
    assertThat(stable(story)).isEqualTo(before);
    assertThat(story.world.registry.rows().stream().filter(RolloutTest::ordered)).hasSize(2);
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo("RolloutFailed");
    assertThat(Story.condition(outcome, "Stalled").message())
        .contains(revision(refused), "unknown field");
  }

  private static String revision(Wish wish) {
    return stable(Story.settled(wish));
  }

  private static String stable(Story story) {
    return story.world.registry.cluster().map(ClusterRow::stableRevision).orElseThrow();
  }

  private static boolean ordered(NodeRow row) {
    return row instanceof NodeRow.Fleet fleet && fleet.order() != null;
  }
}
