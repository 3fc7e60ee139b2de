package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import org.junit.jupiter.api.Test;

/** An agent that starts while nats-server runs. */
class AdoptedServerTest {

  @Test
  void shouldGoOnServingWithAServerThatServes() {
    // When
    NodeFixture next = restarted(NodeFixture.serving()).signal(NodeFixture.linked());

    // Then
    assertThat(next.state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldNotServeWithAServerThatTheEarlierAgentHasAskedToEnd() {
    // Given nats-server in lame duck mode, which answers its monitor and takes no clients
    NodeFixture ending = NodeFixture.draining().signal(new Signal.Done(ActionKind.LAME_DUCK));

    // When
    NodeFixture next = restarted(ending).signal(NodeFixture.linked());

    // Then
    assertThat(next.state()).isEqualTo(NodeState.CORDONED);
    assertThat(next.signal(new Signal.Exited("code 0")).state()).isEqualTo(NodeState.DEGRADED);
    assertThat(next.node().toPersist().ending()).isFalse();
  }

  private static NodeFixture restarted(NodeFixture before) {
    return new NodeFixture(Node.adopting(before.node().toPersist(), "conf"));
  }
}
