package dev.natsfleet.agent.route;

import static dev.natsfleet.agent.route.SampleNodeRows.original;
import static dev.natsfleet.agent.route.SampleNodeRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRow;
import dev.natsfleet.registry.NodeState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteSelectionTest {

  private static final long FORGET = Duration.ofMinutes(5).toNanos();
  private static final RouteSelection ROUTES =
      new RouteSelection("10.0.0.1", 6222, Duration.ofMinutes(5), true);
  private static final RouteSelection WITHOUT_MONITOR =
      new RouteSelection("10.0.0.1", 6222, Duration.ofMinutes(5), false);

  @Test
  void shouldAddEveryPeerButItselfInAStableOrder() {
    assertThat(urls(serving("10.0.0.3"), serving("10.0.0.1"), serving("10.0.0.2")))
        .containsExactly("nats://10.0.0.2:6222", "nats://10.0.0.3:6222");
  }

  @Test
  void shouldRouteToOriginalNodesOnTheirOwnPort() {
    assertThat(urls(original("10.0.0.9"))).containsExactly("nats://10.0.0.9:7244");
  }

  @Test
  void shouldDropWhatLeft() {
    assertThat(urls(row("10.0.0.2", NodeState.LEFT, 1))).isEmpty();
  }

  @Test
  void shouldKeepADrainingPeer() {
    assertThat(urls(row("10.0.0.2", NodeState.DRAINING, 1))).hasSize(1);
  }

  @Test
  void shouldKeepASilentPeerUntilItIsForgotten() {
    // Given
    List<NodeRow> rows = List.of(serving("10.0.0.2"));
    Mesh mesh = Mesh.restored(List.of()).observe(rows, 0);

    // Then
    assertThat(ROUTES.choose(mesh.observe(rows, FORGET - 1))).hasSize(1);
    assertThat(ROUTES.choose(mesh.observe(rows, FORGET))).isEmpty();
    assertThat(ROUTES.choose(mesh.withFailedRead().observe(rows, 2 * FORGET))).hasSize(1);
    assertThat(WITHOUT_MONITOR.choose(mesh.observe(rows, FORGET))).hasSize(1);
  }

  @Test
  void shouldNeverDropALivePeerWhoseRowIsGone() {
    // Given
    Mesh before = Mesh.restored(List.of()).observe(List.of(serving("10.0.0.2")), 0);
    Mesh gone = before.withRoutes(ROUTES.choose(before)).observe(List.of(), 1);

    // Then
    assertThat(ROUTES.choose(gone.withLinks(Set.of("s-10.0.0.2")))).hasSize(1);
    assertThat(ROUTES.choose(gone.observe(List.of(), FORGET + 1).withLinks(Set.of()))).isEmpty();
  }

  @Test
  void shouldKeepAPeerWhoseRowSomebodyDeletedUntilItIsForgotten() {
    // Given
    Mesh before = Mesh.restored(List.of()).observe(List.of(serving("10.0.0.2")), 0);
    Mesh gone = before.withRoutes(ROUTES.choose(before)).observe(List.of(), 1);

    // Then
    assertThat(ROUTES.choose(gone)).hasSize(1);
    assertThat(ROUTES.choose(gone.observe(List.of(), FORGET))).hasSize(1);
    assertThat(ROUTES.choose(gone.observe(List.of(), FORGET + 1))).isEmpty();
  }

  @Test
  void shouldKeepARestoredPeerWithoutARowUntilItIsForgotten() {
    // Given
    Mesh restored = Mesh.restored(List.of(new Peer("10.0.0.2", 6222, "s-10.0.0.2")));

    // Then
    assertThat(ROUTES.choose(restored.observe(List.of(), 1))).hasSize(1);
  }

  @Test
  void shouldDropAPeerThatWasSeenLeavingAtOnce() {
    // Given
    Mesh before =
        Mesh.restored(List.of()).observe(List.of(row("10.0.0.2", NodeState.DRAINING, 1)), 0);

    // When
    Mesh gone = before.withRoutes(ROUTES.choose(before)).observe(List.of(), 1);

    // Then
    assertThat(ROUTES.choose(gone)).isEmpty();
  }

  private static NodeRow serving(String ip) {
    return row(ip, NodeState.SERVING, 1);
  }

  private static List<String> urls(NodeRow... rows) {
    Mesh mesh = Mesh.restored(List.of()).observe(List.of(rows), 0);
    return RouteSelection.urls(ROUTES.choose(mesh));
  }
}
