package dev.natsfleet.agent.route;

import static dev.natsfleet.agent.route.SampleNodeRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectedPeersTest {

  private static final long ALIVE = Duration.ofSeconds(30).toNanos();
  private static final List<NodeRow> ROWS = List.of(row("10.0.0.2", NodeState.SERVING, 1));
  private static final ExpectedPeers EXPECTED =
      new ExpectedPeers("10.0.0.1", Duration.ofSeconds(30));

  @ParameterizedTest
  @EnumSource(NodeState.class)
  void shouldExpectOnlyPeersWithARunningServer(NodeState state) {
    // Given
    Set<NodeState> running =
        Set.of(NodeState.STARTING, NodeState.JOINED, NodeState.SERVING, NodeState.CORDONED);

    // When
    boolean expected = !EXPECTED.peers(one(state)).isEmpty();

    // Then
    assertThat(expected).isEqualTo(running.contains(state));
  }

  @Test
  void shouldNotExpectWhatHasBeenSilentTooLong() {
    // Given
    Mesh silent = one(NodeState.SERVING).observe(ROWS, ALIVE);

    // Then
    assertThat(EXPECTED.peers(silent)).isEmpty();
  }

  @Test
  void shouldMissAPeerUntilItIsLinked() {
    // Given
    Mesh mesh = one(NodeState.SERVING);

    // Then
    assertThat(EXPECTED.missing(mesh)).hasSize(1);
    assertThat(EXPECTED.missing(mesh.withLinks(Set.of("s-10.0.0.2")))).isEmpty();
  }

  @Test
  void shouldNotWaitForWhatADeadNodeLeftBehind() {
    assertThat(EXPECTED.awaited(one(NodeState.SERVING))).hasSize(1);
    assertThat(EXPECTED.awaited(one(NodeState.SERVING).withRefused(Set.of("10.0.0.2")))).isEmpty();
  }

  @Test
  void shouldWaitForAPeerThatShowedLifeEvenIfItRefusesConnections() {
    // Given
    Mesh mesh = one(NodeState.SERVING).withRefused(Set.of("10.0.0.2"));

    // When
    Mesh pulsed = mesh.observe(List.of(row("10.0.0.2", NodeState.SERVING, 2)), 1);

    // Then
    assertThat(EXPECTED.awaited(pulsed)).hasSize(1);
    assertThat(EXPECTED.doubtful(pulsed)).isEmpty();
  }

  private static Mesh one(NodeState state) {
    return Mesh.restored(List.of()).observe(List.of(row("10.0.0.2", state, 1)), 0);
  }
}
