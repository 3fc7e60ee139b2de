package dev.natsfleet.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.operator.observe.Wish;
import dev.natsfleet.operator.world.Wishes;
import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

class ReadyTest {

  private static final Wish THREE = Wishes.nodes(3);

  @Test
  void shouldCallNodesReadyWhileOneThatTheyExpectIsComingUp() {
    // Given
    Story story = Story.settled(THREE);
    story.machine(3).says = NodeState.JOINED;
    story.machine(3).unlinked = true;
    story.live(THREE, 10);

    // When
    Outcome outcome = story.pass(THREE);

    // Then
    assertThat(outcome.status().ready()).isEqualTo(2);
    assertThat(outcome.status().nodes()).extracting("routes").startsWith("1/2", "1/2");
  }
}
