package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.port.NodeGroups.Capacity;
import dev.natsfleet.operator.world.Wishes;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final Wish THREE = Wishes.nodes(3);

  private final Story story = Story.settled(THREE);
  private final Watch watch = new Watch(story.world.groups, story.world.clocks().nanos());
  private int passes;

  @Test
  void shouldGlanceWhileNothingChanges() {
    // When
    Outcome outcome = look(THREE, 14);

    // Then
    assertThat(passes).isEqualTo(1);
    assertThat(outcome.next()).hasSeconds(5);
    assertThat(outcome.status()).isEqualTo(story.pass(THREE).status());
  }

  @Test
  void shouldMakeAWholePassWhenTheRestIsOver() {
    // When
    look(THREE, 31);

    // Then
    assertThat(passes).isEqualTo(3);
  }

  @Test
  void shouldMakeAWholePassWhenAMemberIsEnded() {
    // Given
    look(THREE, 1);
    story.world.groups.terminate(story.serving().getFirst(), Capacity.KEEP);

    // When
    Outcome outcome = look(THREE, 1);

    // Then
    assertThat(passes).isEqualTo(2);
    assertThat(outcome).isInstanceOf(Outcome.Waiting.class);
  }

  @Test
  void shouldMakeAWholePassWhenTheWishChanges() {
    // Given
    look(THREE, 1);

    // When
    look(Wishes.nodes(4), 1);

    // Then
    assertThat(passes).isEqualTo(2);
  }

  private Outcome look(Wish wish, int seconds) {
    Outcome outcome = watch.pass(wish, () -> whole(wish));
    for (int second = 1; second < seconds; second++) {
      story.world.tick();
      outcome = watch.pass(wish, () -> whole(wish));
    }
    return outcome;
  }

  private Outcome whole(Wish wish) {
    passes++;
    return story.pass(wish);
  }
}
