package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.route.SampleNodeRows;
import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A nats-server without a route to anybody, while its clients still reach it. */
class IsolationTest {

  @Test
  void shouldStartTheServerAgainWhenMostPeersAreLinkedWithoutIt() {
    // Given
    NodeFixture fixture = NodeFixture.serving();

    // When
    Set<ActionKind> early = see(fixture, 9, peers(2, 1));
    Set<ActionKind> late = see(fixture, 12, peers(2, 1));

    // Then
    assertThat(early).doesNotContain(ActionKind.LAME_DUCK);
    assertThat(late).contains(ActionKind.LAME_DUCK);
    assertThat(fixture.state()).isEqualTo(NodeState.DEGRADED);
    assertThat(fixture.report().why()).contains("no route to any peer");
  }

  @Test
  void shouldAskToBeReplacedWhenThatDoesNotHelp() {
    // Given
    NodeFixture fixture = NodeFixture.serving();
    see(fixture, 21, peers(2, 1));

    // When
    fixture.signal(new Signal.Done(ActionKind.LAME_DUCK)).signal(new Signal.Exited("code 0"));
    fixture.signal(new Signal.Accepted(ActionKind.START, "conf"));
    see(fixture, 190, peers(2, 1));

    // Then
    assertThat(fixture.state()).isEqualTo(NodeState.FAILED);
    assertThat(fixture.report().why()).contains("no route to any peer");
  }

  @Test
  void shouldServeOnWhenItsPeersAreNotLinkedEither() {
    assertThat(stateWith(peers(2, 0))).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldServeOnWhenItsPeersHaveALinkToIt() {
    assertThat(stateWith(peers(2, 2))).isEqualTo(NodeState.SERVING);
  }

  @Test
  void shouldServeOnWhereNoSideIsTheGreater() {
    assertThat(stateWith(peers(1, 0))).isEqualTo(NodeState.SERVING);
  }

  private static NodeState stateWith(List<NodeRow> rows) {
    NodeFixture fixture = NodeFixture.serving();
    see(fixture, 40, rows);
    return fixture.state();
  }

  /** What the node did while it looked so often, each 5 seconds, and saw no link. */
  private static Set<ActionKind> see(NodeFixture fixture, int times, List<NodeRow> rows) {
    Set<ActionKind> done = EnumSet.noneOf(ActionKind.class);
    for (int i = 0; i < times; i++) {
      done.addAll(fixture.after(Duration.ofSeconds(5)).actionKinds());
      done.addAll(fixture.signal(new Signal.RowsRead(beaten(rows, i))).actionKinds());
      done.addAll(fixture.signal(NodeFixture.linked()).actionKinds());
    }
    return done;
  }

  private static List<NodeRow> peers(int count, int routes) {
    return IntStream.range(2, 2 + count)
        .mapToObj(i -> SampleNodeRows.linked("10.0.0." + i, routes, 0))
        .map(NodeRow.class::cast)
        .toList();
  }

  private static List<NodeRow> beaten(List<NodeRow> rows, int times) {
    return rows.stream()
        .map(row -> (NodeRow.Managed) row)
        .map(row -> SampleNodeRows.linked(row.ip(), row.beat().report().routesUp(), times))
        .map(NodeRow.class::cast)
        .toList();
  }
}
