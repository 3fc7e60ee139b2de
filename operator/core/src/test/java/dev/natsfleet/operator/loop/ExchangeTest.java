package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.CorePool;
import dev.natsfleet.crds.CorePool.CapacityOwner;
import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.Lifecycle;
import dev.natsfleet.operator.world.Wishes;
import org.junit.jupiter.api.Test;

/** Nodes are exchanged beside others that are few, or set aside. */
class ExchangeTest {

  @Test
  void shouldBringTheNewNodeOfAClusterOfOneBeforeTheOldOneGoes() {
    // Given
    Story story = Story.settled(one("ami-1", 2));

    // When
    int fewest = story.live(one("ami-2", 2), 60);

    // Then
    assertThat(fewest).isEqualTo(1);
    assertThat(story.serving()).containsExactly("i-002");
    assertThat(story.world.groups.machines).hasSize(2);
    assertThat(story.world.groups.desired()).isEqualTo(1);
  }

  @Test
  void shouldSayThatServiceIsInterruptedWhereNoSecondNodeIsAllowed() {
    // Given
    Story story = Story.settled(one("ami-1", 1));

    // When
    story.live(one("ami-2", 1), 60);

    // Then
    assertThat(story.serving()).containsExactly("i-002");
    assertThat(story.told("ReplacingNode"))
        .singleElement()
        .asString()
        .contains("clients have no server until its replacement serves", "spec.core.max of 2");
  }

  @Test
  void shouldGoBackToOneNodeWhenTheNewTemplateFails() {
    // Given
    Story story = Story.settled(one("ami-1", 2));
    story.world.groups.broken.add(2L);

    // When
    int fewest = story.live(one("ami-2", 2), 100);

    // Then
    assertThat(fewest).isEqualTo(1);
    assertThat(story.serving()).containsExactly("i-001");
    assertThat(story.world.groups.desired()).isEqualTo(1);
  }

  @Test
  void shouldRollOutAroundANodeInStandby() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.machine(3).lifecycle = Lifecycle.OTHER;

    // When
    story.live(Wishes.image("ami-2"), 100);
    Outcome outcome = story.pass(Wishes.image("ami-2"));

    // Then
    assertThat(story.serving()).hasSize(3).doesNotContain("i-001", "i-002", "i-003");
    assertThat(story.machine(3).member()).isTrue();
    assertThat(outcome.status().nodes())
        .filteredOn(node -> node.instance().equals("i-003"))
        .singleElement()
        .satisfies(node -> assertThat(node.whyNot()).contains("standby"));
  }

  private static Wish one(String image, int max) {
    return Wishes.wish(new CorePool(0, 1, max, CapacityOwner.Operator), image, "1Mi");
  }
}
