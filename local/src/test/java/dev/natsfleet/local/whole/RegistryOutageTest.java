package dev.natsfleet.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Invariant 10: a registry that is away, for longer than a node is remembered, harms no server. */
class RegistryOutageTest {

  private static final int NODES = 3;

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void shouldServeOnWhileDynamoIsAwayAndRestartAServerThatIsKilledMeanwhile() {
    // Given
    Periods periods = Periods.chosen();
    try (Trial cluster = stage.apply(Manifest.named("outage").with(periods))) {
      cluster.awaitWhole(NODES);
      Map<String, Long> beats = beats(cluster);
      Steady steady = Steady.of(cluster);
      assertThat(steady.servers()).hasSize(NODES);

      // When
      stage.fleet().dynamo().stop();
      steady.holdFor(periods.outage().dividedBy(2));
      Steady others = killAServer(cluster, steady);

      // Then
      others.holdFor(periods.outage().dividedBy(2));
      stage.fleet().dynamo().resume();
      cluster.await("rows that beat again", () -> allHigher(beats(cluster), beats));
      others.holdFor(periods.alive());
      cluster.awaitWhole(NODES);
    }
  }

  /** Kills one and waits until its successor runs. */
  private static Steady killAServer(Trial cluster, Steady steady) {
    String instance = steady.instances().getFirst();
    List<ProcessHandle> before = cluster.view().machines().natsServers(instance);
    Steady others = steady.withoutServerOf(instance);
    cluster.view().machines().killNatsServer(instance);
    Duration took =
        cluster.await(
            "a nats-server in place of " + before,
            () ->
                cluster.view().machines().natsServers(instance).stream()
                    .anyMatch(server -> !before.contains(server)));
    assertThat(took).isLessThan(Duration.ofSeconds(3));
    return others;
  }

  private static Map<String, Long> beats(Trial cluster) {
    return cluster.view().aws().rows().stream()
        .map(NodeRow.Fleet::beat)
        .collect(Collectors.toMap(beat -> beat.who().boot(), beat -> beat.counter()));
  }

  /** The same boots, each with a higher counter: nobody had to register again. */
  private static boolean allHigher(Map<String, Long> now, Map<String, Long> before) {
    return now.keySet().equals(before.keySet())
        && now.entrySet().stream()
            .allMatch(e -> e.getValue() > before.getOrDefault(e.getKey(), Long.MAX_VALUE));
  }
}
