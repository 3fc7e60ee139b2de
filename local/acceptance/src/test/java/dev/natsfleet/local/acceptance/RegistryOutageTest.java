package dev.natsfleet.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Invariant 10: an outage of the registry does not disturb any server, even if it is longer than
 * every period of registration.
 */
@Tag("server")
@ResourceLock(SharedFleet.LOCK)
@ExtendWith(SharedFleet.class)
class RegistryOutageTest {

  private static final int NODES = 3;

  private static FleetFixture fixture;

  @BeforeAll
  static void share(FleetFixture shared) {
    fixture = shared;
  }

  @Test
  void shouldServeOnWhileDynamoIsAwayAndRestartAServerThatIsKilledMeanwhile() {
    // Given
    RegistrationPeriods periods = RegistrationPeriods.chosen();
    try (ClusterUnderTest cluster = fixture.apply(Manifest.named("outage").with(periods))) {
      cluster.awaitMesh(NODES);
      Map<String, Long> beats = counters(cluster);
      SteadyState steadyState = SteadyState.of(cluster);
      assertThat(steadyState.servers()).hasSize(NODES);

      // When
      fixture.fleet().dynamoProcess().stop();
      steadyState.holdFor(periods.outage().dividedBy(2));
      SteadyState others = killAServer(cluster, steadyState);

      // Then
      others.holdFor(periods.outage().dividedBy(2));
      fixture.fleet().dynamoProcess().restart();
      cluster.await("rows that beat again", () -> isEveryCounterHigher(counters(cluster), beats));
      others.holdFor(periods.alive());
      cluster.awaitMesh(NODES);
    }
  }

  /** Kills a nats-server and waits until its successor runs. */
  private static SteadyState killAServer(ClusterUnderTest cluster, SteadyState steadyState) {
    String instance = steadyState.instances().getFirst();
    List<ProcessHandle> before = cluster.view().machines().natsServers(instance);
    SteadyState others = steadyState.withoutServerOf(instance);
    cluster.view().machines().killNatsServer(instance);
    cluster.await(
        "a nats-server in place of " + before,
        () ->
            cluster.view().machines().natsServers(instance).stream()
                .anyMatch(server -> !before.contains(server)));
    return others;
  }

  private static Map<String, Long> counters(ClusterUnderTest cluster) {
    return cluster.view().aws().rows().stream()
        .map(NodeRow.Managed::beat)
        .collect(Collectors.toMap(beat -> beat.who().boot(), beat -> beat.counter()));
  }

  /** Whether the same boots have higher counters, that is, no agent had to register again. */
  private static boolean isEveryCounterHigher(Map<String, Long> now, Map<String, Long> before) {
    return now.keySet().equals(before.keySet())
        && now.entrySet().stream()
            .allMatch(e -> e.getValue() > before.getOrDefault(e.getKey(), Long.MAX_VALUE));
  }
}
