package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node that has stopped for good makes no row again: it would be left behind. */
class LeavingRowTest {

  private static final Signal NO_ROW = new Signal.Superseded(null);

  @Test
  void shouldNotRegisterWhenAHeartbeatFindsItsRowRemovedMeanwhile() {
    // Given
    NodeFixture node = NodeFixture.stopped();
    assertThat(node.actionKinds()).contains(ActionKind.LEAVE);

    // When a heartbeat, sent before, arrives after the removal, and is answered before it
    node.signal(NO_ROW);

    // Then
    assertThat(node.actionKinds()).doesNotContain(ActionKind.REGISTER);
    assertThat(node.signal(new Signal.Finished(ActionKind.LEAVE)).state())
        .isEqualTo(NodeState.LEFT);
    assertThat(node.actionKinds()).doesNotContain(ActionKind.REGISTER);
  }

  @Test
  void shouldNotRegisterWhenEachAnswerToItsRemovalWasLost() {
    // Given
    NodeFixture node = NodeFixture.stopped();
    while (node.state() == NodeState.STOPPED) {
      node.signal(new Signal.Failed(ActionKind.LEAVE, "timeout")).after(Duration.ofMinutes(1));
    }

    // When
    node.signal(NO_ROW);

    // Then
    assertThat(node.state()).isEqualTo(NodeState.LEFT);
    assertThat(node.actionKinds()).doesNotContain(ActionKind.REGISTER);
  }

  @Test
  void shouldRegisterAgainWhileItDrains() {
    assertThat(NodeFixture.draining().signal(NO_ROW).actionKinds()).contains(ActionKind.REGISTER);
  }
}
