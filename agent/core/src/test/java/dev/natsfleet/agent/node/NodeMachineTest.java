package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.route.Rows;
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
    Life life =
        Life.serving().tell(Life.written(Call.BEAT, new Order.Unknown("o9", "", "levitate")));

    // Then
    assertThat(life.state()).isEqualTo(NodeState.SERVING);
    assertThat(life.report().order())
        .isEqualTo(
            new OrderReport(
                "o9",
                OrderReport.Outcome.REFUSED,
                "unknown order kind 'levitate'; agent version dev"));
  }

  @Test
  void shouldRegisterBeforeItLists() {
    // When
    Life life = new Life().tell(new Signal.Tick());

    // Then
    assertThat(life.calls()).contains(Call.REGISTER, Call.SETTINGS).doesNotContain(Call.ROWS);
    assertThat(life.tell(Life.written(Call.REGISTER, null)).calls()).contains(Call.ROWS);
  }

  @Test
  void shouldStartOnlyWhenItKnowsSettingsAndPeers() {
    // Given
    Life life = new Life().tell(new Signal.Tick()).tell(new Signal.SettingsRead(Life.SETTINGS));

    // Then
    assertThat(life.calls()).doesNotContain(Call.START);
    assertThat(life.tell(Life.written(Call.REGISTER, null)).calls()).doesNotContain(Call.START);
    assertThat(life.tell(new Signal.RowsRead(List.of())).calls()).contains(Call.START);
  }

  @Test
  void shouldJoinOnlyWhenEveryLivePeerIsLinked() {
    // Given
    NodeRow peer = Rows.row("10.0.0.2", NodeState.SERVING, 1);
    Life life = Life.starting().tell(new Signal.RowsRead(List.of(peer))).tell(Life.linked());

    // Then
    assertThat(life.state()).isEqualTo(NodeState.STARTING);
    assertThat(life.report().why()).isEqualTo("no route to s-10.0.0.2");
    assertThat(life.tell(Life.linked("s-10.0.0.2")).state()).isEqualTo(NodeState.JOINED);
  }

  @Test
  void shouldNotWaitForAPeerThatRefusesConnectionsAndShowsNoLife() {
    // Given
    NodeRow dead = Rows.row("10.0.0.2", NodeState.SERVING, 1);
    Life life = Life.starting().tell(new Signal.RowsRead(List.of(dead))).tell(Life.linked());

    // When
    life.tell(new Signal.Probed(Set.of("10.0.0.2")));

    // Then
    assertThat(life.state()).isEqualTo(NodeState.JOINED);
  }

  @Test
  void shouldRestartAtOnceAndBackOffFromTheSecondCrash() {
    // Given
    Life life = Life.serving();

    // Then
    assertThat(life.tell(new Signal.Exited("killed")).calls()).contains(Call.START);
    life.tell(new Signal.Accepted(Call.START, "conf"));
    assertThat(life.tell(new Signal.Exited("killed")).calls()).doesNotContain(Call.START);
    assertThat(life.after(SECOND).calls()).contains(Call.START);
  }

  @Test
  void shouldStayDegradedAfterManyCrashesButKeepTrying() {
    // Given
    Life life = Life.serving();
    for (int crash = 0; crash < 6; crash++) {
      life.tell(new Signal.Exited("killed")).after(Duration.ofMinutes(1));
      assertThat(life.node().agenda().underWay(Call.START)).isTrue();
      life.tell(new Signal.Accepted(Call.START, "conf"));
    }

    // Then
    assertThat(life.state()).isEqualTo(NodeState.DEGRADED);
    assertThat(life.after(Duration.ofMinutes(10)).state()).isEqualTo(NodeState.STARTING);
  }

  @Test
  void shouldNotTouchTheServerWhileTheRegistryFails() {
    // Given
    Life life = Life.serving();

    // When
    for (int second = 0; second < 120; second++) {
      life.tell(new Signal.Failed(Call.BEAT, "away")).tell(new Signal.Failed(Call.ROWS, "away"));
      life.after(SECOND);
      assertThat(life.calls()).doesNotContain(Call.STOP, Call.LAME_DUCK, Call.RELOAD, Call.START);
    }

    // Then
    assertThat(life.state()).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldStopHardOnlyAfterTheDeadline() {
    // Given
    Life life = Life.draining().tell(new Signal.Done(Call.LAME_DUCK));

    // Then
    assertThat(life.after(Duration.ofSeconds(44)).calls()).doesNotContain(Call.STOP);
    assertThat(life.after(SECOND).calls()).contains(Call.STOP);
  }

  @Test
  void shouldSayThatTheImageHasAnotherServerThanIsWanted() {
    // Given
    Server.Seen older = new Server.Seen(0, Set.of(), 0, "2.14.5", "sha256:1");

    // When
    Life life = Life.serving().tell(new Signal.MonitorRead(older));

    // Then
    assertThat(life.state()).isEqualTo(NodeState.SERVING);
    assertThat(life.report().why())
        .isEqualTo("nats-server 2.15.2 is wanted, this image has 2.14.5");
  }

  @Test
  void shouldBeatRarelyWhenSettled() {
    // Given
    Life life = Life.serving().tell(Life.written(Call.BEAT, null)).after(SECOND);
    life.tell(Life.written(Call.BEAT, null));

    // Then
    assertThat(life.after(Duration.ofSeconds(7)).calls()).doesNotContain(Call.BEAT);
    assertThat(life.after(Duration.ofSeconds(5)).calls()).contains(Call.BEAT);
  }
}
