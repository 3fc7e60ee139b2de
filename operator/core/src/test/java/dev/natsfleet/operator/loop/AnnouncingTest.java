package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.world.Operators.Announcement;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.PortException;
import dev.natsfleet.registry.PortException.Kind;
import org.junit.jupiter.api.Test;

class AnnouncingTest {
  @Test
  void shouldShowThePlanBeforeItsFirstWrite() {
    // Given
    Story story = new Story();
    // When
    story.pass(Wishes.nodes(3));
    // Then
    Announcement first = story.operator.announced.getFirst();
    assertThat(first.writes()).isZero();
    assertThat(first.steps()).contains("create the tables", "create the Auto Scaling group");
  }

  @Test
  void shouldShowAPlanOnceThatItCannotMake() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.operator.announced.clear();
    story.world.groups.fault = new PortException(Kind.THROTTLED, "Rate exceeded");
    // When
    story.live(Wishes.nodes(5), 10);
    // Then
    assertThat(story.operator.announced).hasSize(1);
  }

  @Test
  void shouldShowNothingWhileThereIsNothingToDo() {
    // Given
    Story story = Story.settled(Wishes.nodes(3));
    story.operator.announced.clear();
    // When
    story.live(Wishes.nodes(3), 10);
    // Then
    assertThat(story.operator.announced).isEmpty();
  }
}
