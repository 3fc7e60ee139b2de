package dev.natsfleet.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.SampleSettings;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadDecisionTest {

  private static final Map<String, Map<String, Object>> CONFIGS =
      Map.of(
          "none", Map.of(),
          "debug", Map.of("debug", true),
          "leafnodes", Map.of("leafnodes", Map.of("port", 7422)));

  @ParameterizedTest
  @CsvSource({
    "orders, 2.15.2, 1048576 120 none, true",
    "orders, 2.15.2, 2097152 120 none, true",
    "orders, 2.15.2, 1048576 120 debug, true",
    "orders, 2.15.2, 1048576 120 leafnodes, false",
    "orders, 2.15.2, 1048576 60 none, false",
    "orders, 2.15.3, 1048576 120 none, false",
    "others, 2.15.2, 1048576 120 none, false",
  })
  void shouldReloadOnlyWhatTheServerReloads(
      String cluster, String version, String server, boolean expected) {
    // Given
    NodeSettings runs = settings("orders", "2.15.2", "1048576 120 none");
    NodeSettings wanted = settings(cluster, version, server);

    // When
    boolean reloadable =
        new ReloadDecision(json -> CONFIGS.getOrDefault(json, Map.of())).isReloadable(runs, wanted);

    // Then
    assertThat(reloadable).isEqualTo(expected);
  }

  /** The revision names the others, and the registration is the agent's own. */
  @Test
  void shouldDecideOnEachComponent() {
    assertThat(NodeSettings.class.getRecordComponents())
        .extracting(RecordComponent::getName)
        .containsExactly("revision", "cluster", "version", "server", "registration");
  }

  private static NodeSettings settings(String cluster, String version, String server) {
    String[] parts = server.split(" ", -1);
    return SampleSettings.with(
        Map.of(
            "cluster",
            cluster,
            "version",
            version,
            "maxPayloadBytes",
            Long.parseLong(parts[0]),
            "lameDuckSeconds",
            Integer.parseInt(parts[1]),
            "config",
            parts[2]));
  }
}
