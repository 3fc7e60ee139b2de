package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTest {

  private static final Wish OTHER = Wishes.payload("2Mi");

  @Test
  void shouldAskAgainWhoRefusedTheSettingsOfAnEarlierSpecification() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    String revision = Story.settled(OTHER).pass(OTHER).status().revision();
    story.world.refused.add(String.valueOf(revision));
    story.live(OTHER, 20);
    story.world.refused.clear();

    // When
    Outcome outcome = story.operator.settle(Wishes.again(OTHER));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(outcome.status().revision()).isEqualTo(revision);
  }

  @Test
  void shouldSayOfANodeWhatItRefused() {
    // Given
    Story story = Story.settled(Wishes.nodes(1));
    Wish wish = one(OTHER, 2);
    story.world.refused.add(String.valueOf(Story.settled(OTHER).pass(OTHER).status().revision()));

    // When
    story.live(wish, 5);

    // Then
    assertThat(story.pass(wish).status().nodes().getFirst().whyNot())
        .startsWith("it refused order apply-")
        .endsWith("-g2: unknown field");
  }

  @Test
  void shouldGiveEachDecisionAnIdOfItsOwn() {
    // Given
    Story story = Story.settled(Wishes.nodes(1));
    story.operator.settle(one(OTHER, 2));
    Wish back = one(Wishes.payload("1Mi"), 3);
    story.operator.settle(back);
    String first = ids(story).findFirst().orElseThrow();

    // When
    story.operator.settle(one(OTHER, 4));
    story.operator.settle(one(Wishes.payload("1Mi"), 5));

    // Then
    assertThat(ids(story).findFirst()).hasValueSatisfying(id -> assertThat(id).isNotEqualTo(first));
  }

  @Test
  void shouldRestOnlyOnceTheClusterIsReady() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.machine(1).says = NodeState.STARTING;
    story.world.tick();

    // When
    Outcome unready = story.pass(Wishes.nodes(3));

    // Then
    assertThat(unready).isInstanceOf(Outcome.Waiting.class);
    assertThat(unready.next()).hasSeconds(2);
  }

  private static Wish one(Wish wish, long generation) {
    return new Wish(wish.id(), wish.owner(), generation, false, wish.spec());
  }

  private static Stream<String> ids(Story story) {
    return story.world.registry.rows().stream()
        .flatMap(row -> Optional.ofNullable(((NodeRow.Fleet) row).order()).stream())
        .map(Order::id);
  }
}
