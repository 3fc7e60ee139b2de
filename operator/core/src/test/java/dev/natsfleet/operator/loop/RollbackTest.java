package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RollbackTest {

  private static final Wish BAD = Wishes.image("ami-2");

  @Test
  void shouldGoBackToTheTemplateThatServesAfterTwoFailedLaunches() {
    // When
    Story story = failed();
    Outcome outcome = story.pass(BAD);

    // Then
    assertThat(template(story)).isEqualTo(1);
    assertThat(story.serving()).hasSize(3).contains("i-002", "i-003");
    assertThat(outcome.status().ready()).isEqualTo(3);
    assertThat(Story.condition(outcome, "Stalled").reason()).isEqualTo("RolloutFailed");
    assertThat(Story.condition(outcome, "Stalled").message())
        .contains("give up template", "abandoned by its launch hook", "correct spec.nodes");
    assertThat(story.told("RollingBack")).hasSize(1);
  }

  @Test
  void shouldNotTryTheBadTemplateAgainByItself() {
    // Given
    Story story = failed();
    int launched = story.world.groups.machines.size();

    // When
    int fewest = story.live(BAD, 100);

    // Then
    assertThat(fewest).isEqualTo(3);
    assertThat(story.world.groups.machines).hasSize(launched);
  }

  @Test
  void shouldTryAgainWhenTheSpecificationChanges() {
    // Given
    Story story = failed();
    story.world.groups.broken.clear();

    // When
    Outcome outcome = story.operator.settle(Wishes.again(BAD));

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Settled.class);
    assertThat(template(story)).isEqualTo(2);
    assertThat(story.world.registry.journal().open()).isEmpty();
  }

  @Test
  void shouldNotBlameANewTemplateForLaunchesBeforeIt() {
    // Given
    Story story = failed();
    story.world.groups.failures.add("launch of i-901");
    story.world.groups.failures.add("launch of i-900");

    // When
    story.operator.settle(Wishes.again(Wishes.image("ami-3")));

    // Then
    assertThat(template(story)).isEqualTo(3);
    assertThat(story.told("RollingBack")).hasSize(1);
  }

  private static Story failed() {
    Story story = Story.settled(Wishes.nodes(3));
    story.world.groups.broken.add(2L);
    story.live(BAD, 60);
    return story;
  }

  private static long template(Story story) {
    return Objects.requireNonNull(story.world.groups.spec).templateVersion();
  }
}
