package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often a serving node writes to the registry and reads it. */
class RegistryTrafficTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LAME_DUCK = Duration.ofMinutes(2);
  private static final String LINK = "s-10.0.0.2";

  @Test
  void shouldBeQuietAtRest() {
    // Given
    SteadyNode node = new SteadyNode().run(Duration.ofMinutes(2));

    // When
    node.run(Duration.ofMinutes(10));

    // Then it writes six times a minute and reads twice, give or take its jitter
    assertThat(node.count(ActionKind.BEAT)).isBetween(54, 66);
    assertThat(node.count(ActionKind.ROWS)).isBetween(18, 22);
  }

  @Test
  void shouldTellWithinASecondThatALinkCame() {
    // Given
    SteadyNode node = new SteadyNode().see(NodeState.SERVING).run(LAME_DUCK);

    // When
    node.see(NodeState.SERVING, LINK).run(SECOND.multipliedBy(3));

    // Then
    assertThat(node.count(ActionKind.BEAT)).isBetween(1, 3);
  }

  @Test
  void shouldGetQuietWhileAPeerDrainsForMinutes() {
    // When
    SteadyNode node = new SteadyNode().see(NodeState.DRAINING, LINK).run(LAME_DUCK);

    // Then
    assertThat(node.count(ActionKind.ROWS)).isBetween(5, 20);
    assertThat(node.count(ActionKind.BEAT)).isBetween(10, 24);
  }

  @Test
  void shouldLookAgainWhenThatPeerHasGone() {
    // Given
    SteadyNode node = new SteadyNode().see(NodeState.DRAINING, LINK).run(LAME_DUCK);

    // When
    node.see(NodeState.DRAINING).run(SECOND.multipliedBy(4));

    // Then
    assertThat(node.count(ActionKind.ROWS)).isPositive();
  }

  @Test
  void shouldLookEachSecondWhileANewcomerStarts() {
    // When
    SteadyNode node = new SteadyNode().see(NodeState.STARTING, LINK).run(SECOND.multipliedBy(4));

    // Then
    assertThat(node.count(ActionKind.ROWS)).isBetween(3, 5);
  }
}
