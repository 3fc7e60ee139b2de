package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import org.junit.jupiter.api.Test;

class MishapTest {

  private static final Wish FIVE = Wishes.nodes(5);

  @Test
  void shouldShowAnErrorOfTheOperatorsOwnAndKeepWhatIsKnown() {
    // Given
    Story story = broken();

    // When
    Outcome outcome = story.pass(FIVE);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(Story.condition(outcome, "Degraded").reason()).isEqualTo("InternalError");
    assertThat(Story.condition(outcome, "Degraded").message())
        .contains("IllegalStateException: no such thing");
  }

  @Test
  void shouldTellOnceAndTryAgainWithLongerPauses() {
    // Given
    Story story = broken();

    // When
    Outcome first = story.pass(FIVE);
    Outcome second = story.pass(FIVE);
    story.live(FIVE, 10);

    // Then
    assertThat(second.next()).isGreaterThan(first.next());
    assertThat(story.pass(FIVE).next()).hasSeconds(300);
    assertThat(story.told("InternalError")).hasSize(1);
  }

  @Test
  void shouldGoOnWhenTheErrorIsGone() {
    // Given
    Story story = broken();
    story.live(FIVE, 3);
    story.world.groups.fault = null;

    // When
    Outcome outcome = story.operator.settle(FIVE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(5);
    assertThat(Story.condition(outcome, "Degraded").status()).isEqualTo("False");
  }

  private static Story broken() {
    Story story = Story.settled(Wishes.nodes(3));
    story.world.groups.fault = new IllegalStateException("no such thing");
    return story;
  }
}
