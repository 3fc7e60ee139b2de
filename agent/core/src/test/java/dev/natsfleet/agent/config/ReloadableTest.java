package dev.natsfleet.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadableTest {

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
    NodeSettings runs = settings("orders", "2.15.2", new ServerSettings(1_048_576, 120, "none"));
    NodeSettings wanted = settings(cluster, version, server(server));

    // When
    boolean reloadable =
        new Reloadable(json -> CONFIGS.getOrDefault(json, Map.of())).between(runs, wanted);

    // Then
    assertThat(reloadable).isEqualTo(expected);
  }

  private static ServerSettings server(String text) {
    String[] parts = text.split(" ", -1);
    return new ServerSettings(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }

  private static NodeSettings settings(String cluster, String version, ServerSettings server) {
    return new NodeSettings("r", cluster, version, server, new Registration(10, 30, 300));
  }
}
