package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.route.SampleNodeRows;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import dev.natsfleet.registry.Order;
import dev.natsfleet.registry.OrderReport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeMachineTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void shouldRefuseAnOrderOfAKindThatItDoesNotKnow() {
    // When
    NodeFixture fixture =
        NodeFixture.serving()
            .signal(NodeFixture.written(ActionKind.BEAT, new Order.Unknown("o9", "", "levitate")));

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.SERVING);
    assertThat(fixture.report().order())
        .isEqualTo(
            new OrderReport(
                "o9",
                OrderReport.OrderOutcome.REFUSED,
                "unknown order kind 'levitate'; agent version dev"));
  }

  @Test
  void shouldRegisterBeforeItLists() {
    // When
    NodeFixture fixture = new NodeFixture().signal(new Signal.Tick());

    // Then
    assertThat(fixture.actionKinds())
        .contains(ActionKind.REGISTER, ActionKind.SETTINGS)
        .doesNotContain(ActionKind.ROWS);
    assertThat(fixture.signal(NodeFixture.written(ActionKind.REGISTER, null)).actionKinds())
        .contains(ActionKind.ROWS);
  }

  @Test
  void shouldStartOnlyWhenItKnowsSettingsAndPeers() {
    // Given
    NodeFixture fixture =
        new NodeFixture()
            .signal(new Signal.Tick())
            .signal(new Signal.SettingsRead(NodeFixture.SETTINGS));

    // Then
    assertThat(fixture.actionKinds()).doesNotContain(ActionKind.START);
    assertThat(fixture.signal(NodeFixture.written(ActionKind.REGISTER, null)).actionKinds())
        .doesNotContain(ActionKind.START);
    assertThat(fixture.signal(new Signal.RowsRead(List.of())).actionKinds())
        .contains(ActionKind.START);
  }

  @Test
  void shouldJoinOnlyWhenEveryLivePeerIsLinked() {
    // Given
    NodeRow peer = SampleNodeRows.row("10.0.0.2", NodeState.SERVING, 1);
    NodeFixture fixture =
        NodeFixture.starting()
            .signal(new Signal.RowsRead(List.of(peer)))
            .signal(NodeFixture.linked());

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.STARTING);
    assertThat(fixture.report().why()).isEqualTo("no route to s-10.0.0.2");
    assertThat(fixture.signal(NodeFixture.linked("s-10.0.0.2")).state())
        .isEqualTo(NodeState.JOINED);
  }

  @Test
  void shouldNotWaitForAPeerThatRefusesConnectionsAndShowsNoLife() {
    // Given
    NodeRow dead = SampleNodeRows.row("10.0.0.2", NodeState.SERVING, 1);
    NodeFixture fixture =
        NodeFixture.starting()
            .signal(new Signal.RowsRead(List.of(dead)))
            .signal(NodeFixture.linked());

    // When
    fixture.signal(new Signal.Probed(Set.of("10.0.0.2")));

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.JOINED);
  }

  @Test
  void shouldRestartAtOnceAndBackOffFromTheSecondCrash() {
    // Given
    NodeFixture fixture = NodeFixture.serving();

    // Then
    assertThat(fixture.signal(new Signal.Exited("killed")).actionKinds())
        .contains(ActionKind.START);
    fixture.signal(new Signal.Accepted(ActionKind.START, "conf"));
    assertThat(fixture.signal(new Signal.Exited("killed")).actionKinds())
        .doesNotContain(ActionKind.START);
    assertThat(fixture.after(SECOND).actionKinds()).contains(ActionKind.START);
  }

  @Test
  void shouldStayDegradedAfterManyCrashesButKeepTrying() {
    // Given
    NodeFixture fixture = NodeFixture.serving();
    for (int crash = 0; crash < 6; crash++) {
      fixture.signal(new Signal.Exited("killed")).after(Duration.ofMinutes(1));
      assertThat(fixture.node().schedule().isUnderWay(ActionKind.START)).isTrue();
      fixture.signal(new Signal.Accepted(ActionKind.START, "conf"));
      fixture.signal(NodeFixture.linked());
    }

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.DEGRADED);
    assertThat(fixture.after(Duration.ofMinutes(10)).state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldCompleteTheLaunchHookAgainWhileAutoScalingDoesNotKnowOfTheWait() {
    // Given
    NodeFixture fixture = NodeFixture.joined();

    // When
    fixture.signal(new Signal.NotWaiting(ActionKind.LAUNCH_HOOK));

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.JOINED);
    assertThat(fixture.after(SECOND).actionKinds()).contains(ActionKind.LAUNCH_HOOK);
    assertThat(fixture.signal(new Signal.Finished(ActionKind.LAUNCH_HOOK)).state())
        .isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldServeWhenTheWaitInTheLaunchHookIsOver() {
    // Given a hook that a person has completed
    NodeFixture fixture = NodeFixture.joined();

    // When
    for (int attempt = 0; attempt < 6; attempt++) {
      fixture.after(Duration.ofSeconds(16)).signal(new Signal.NotWaiting(ActionKind.LAUNCH_HOOK));
    }

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldNotTouchTheServerWhileTheRegistryFails() {
    // Given
    NodeFixture fixture = NodeFixture.serving();

    // When
    for (int second = 0; second < 120; second++) {
      fixture
          .signal(new Signal.Failed(ActionKind.BEAT, "away"))
          .signal(new Signal.Failed(ActionKind.ROWS, "away"));
      fixture.after(SECOND);
      assertThat(fixture.actionKinds())
          .doesNotContain(
              ActionKind.STOP, ActionKind.LAME_DUCK, ActionKind.RELOAD, ActionKind.START);
    }

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldStopHardOnlyAfterTheDeadline() {
    // Given
    NodeFixture fixture = NodeFixture.draining().signal(new Signal.Done(ActionKind.LAME_DUCK));

    // Then
    assertThat(fixture.after(Duration.ofSeconds(44)).actionKinds()).doesNotContain(ActionKind.STOP);
    assertThat(fixture.after(SECOND).actionKinds()).contains(ActionKind.STOP);
  }

  @Test
  void shouldStopHardAfterTheDeadlineWhenTheServerCannotBeAskedToEnd() {
    // Given
    NodeFixture fixture = NodeFixture.draining().after(Duration.ofSeconds(44));

    // Then
    assertThat(fixture.actionKinds()).doesNotContain(ActionKind.STOP);
    assertThat(fixture.after(SECOND).actionKinds()).contains(ActionKind.STOP);
  }

  @Test
  void shouldSayThatTheImageHasAnotherServerThanIsWanted() {
    // Given
    ServerState.Seen older = new ServerState.Seen(0, Set.of(), 0, "2.14.5", "sha256:1");

    // When
    NodeFixture fixture = NodeFixture.serving().signal(new Signal.MonitorRead(older));

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.SERVING);
    assertThat(fixture.report().why())
        .isEqualTo("nats-server 2.15.2 is wanted, this image has 2.14.5");
  }

  @Test
  void shouldSleepUntilTheNextCallIsDue() {
    // Given the monitor is asked each 100 ms while the node starts, and has answered just now
    NodeFixture starting = NodeFixture.starting().after(SECOND).signal(NodeFixture.linked("s-9"));

    // Then
    assertThat(starting.untilNextTick()).isPositive().isLessThanOrEqualTo(SECOND.dividedBy(10));
  }

  @Test
  void shouldSleepUntilTheServerMayBeStartedAgain() {
    // Given a second crash, which is answered after one second
    NodeFixture fixture =
        NodeFixture.serving()
            .signal(new Signal.Exited("killed"))
            .signal(new Signal.Accepted(ActionKind.START, "conf"))
            .signal(new Signal.Exited("killed"));

    // When it sleeps as long as it may, as often as needed
    Duration slept = Duration.ZERO;
    while (!fixture.actionKinds().contains(ActionKind.START)) {
      Duration sleep = fixture.untilNextTick();
      slept = slept.plus(sleep);
      fixture.after(sleep);
    }

    // Then
    assertThat(slept).isEqualTo(SECOND);
  }

  @Test
  void shouldBeatRarelyWhenSettled() {
    // Given
    NodeFixture fixture =
        NodeFixture.serving().signal(NodeFixture.written(ActionKind.BEAT, null)).after(SECOND);
    fixture.signal(NodeFixture.written(ActionKind.BEAT, null));

    // Then
    assertThat(fixture.after(Duration.ofSeconds(7)).actionKinds()).doesNotContain(ActionKind.BEAT);
    assertThat(fixture.after(Duration.ofSeconds(5)).actionKinds()).contains(ActionKind.BEAT);
  }
}
