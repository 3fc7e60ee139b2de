package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A nats-server that runs and answers nobody. */
class MutenessTest {

  private static final Signal MUTE = new Signal.Mute("read timed out");

  @Test
  void shouldSendClientsElsewhereAndStartTheServerAgain() {
    // Given
    NodeFixture fixture = NodeFixture.serving().signal(NodeFixture.linked());

    // When
    Set<ActionKind> first = mute(fixture, 8);

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.DEGRADED);
    assertThat(fixture.report().routesUp()).isEqualTo(-1);
    assertThat(first).doesNotContain(ActionKind.STOP);
    assertThat(mute(fixture, 20)).contains(ActionKind.STOP);
    fixture.signal(new Signal.Exited("signal 9"));
    assertThat(fixture.actionKinds()).contains(ActionKind.START);
  }

  @Test
  void shouldServeOnWhenTheMonitorAloneIsSilent() {
    // Given
    NodeFixture fixture = NodeFixture.serving().signal(NodeFixture.linked());

    // When
    for (int i = 0; i < 30; i++) {
      fixture
          .after(Duration.ofSeconds(3))
          .signal(new Signal.Failed(ActionKind.MONITOR, "read timed out"));
    }

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.SERVING);
    assertThat(fixture.report().clients()).as("nobody knows").isEqualTo(-1);
  }

  @Test
  void shouldGiveAServerThatHasNeverAnsweredTheTimeThatItsDataTakes() {
    // Given
    NodeFixture fixture = NodeFixture.starting();

    // When
    Set<ActionKind> done = mute(fixture, 99);

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.STARTING);
    assertThat(done).doesNotContain(ActionKind.STOP);
  }

  @Test
  void shouldStartAServerAgainThatHasNeverAnsweredForFiveMinutes() {
    // Given
    NodeFixture fixture = NodeFixture.starting();

    // When
    Set<ActionKind> done = mute(fixture, 102);

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.DEGRADED);
    assertThat(fixture.report().why()).contains("its monitor has not answered for 300 s");
    assertThat(done).contains(ActionKind.STOP);
  }

  @Test
  void shouldAskToBeReplacedWhenNoStartHelps() {
    // Given
    NodeFixture fixture = NodeFixture.starting();
    mute(fixture, 102);

    // When
    for (int start = 0; start < 4; start++) {
      fixture.signal(new Signal.Exited("signal 9")).after(Duration.ofMinutes(1));
      fixture.signal(new Signal.Accepted(ActionKind.START, "conf"));
      mute(fixture, 102);
    }

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.FAILED);
    assertThat(fixture.report().why()).contains("its monitor has not answered for 300 s");
  }

  @Test
  void shouldNotBlameTheServerForThePauseOfItsAgent() {
    // Given
    NodeFixture fixture = NodeFixture.serving().signal(NodeFixture.linked());

    // When
    fixture.signal(MUTE).after(Duration.ofMinutes(10)).signal(MUTE);

    // Then
    assertThat(fixture.node().state()).isEqualTo(NodeState.SERVING);
  }

  /** What the node did meanwhile. */
  private static Set<ActionKind> mute(NodeFixture fixture, int times) {
    Set<ActionKind> done = EnumSet.noneOf(ActionKind.class);
    for (int i = 0; i < times; i++) {
      done.addAll(fixture.after(Duration.ofSeconds(3)).actionKinds());
      done.addAll(fixture.signal(MUTE).actionKinds());
    }
    return done;
  }
}
