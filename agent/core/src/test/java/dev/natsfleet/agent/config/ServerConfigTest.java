package dev.natsfleet.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.NodeSettings.Registration;
import dev.natsfleet.registry.NodeSettings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ServerConfigTest {

  private static final NodeIdentity WHO =
      new NodeIdentity("10.0.1.7", "i-07", "boot", "eu-west-1a", "core", "i-07");
  private static final Bindings BINDINGS =
      new Bindings(new Bindings.Ports(4222, 6222, 8222), "127.0.0.1", "/var/lib/natsfleet");
  private static final NodeSettings SETTINGS =
      new NodeSettings(
          "r1",
          "orders",
          "2.15.2",
          new ServerSettings(1_048_576, 120, "{}"),
          new Registration(10, 30, 300));

  @Test
  void shouldRenderANodeWithoutPeers() throws IOException {
    assertThat(render(Map.of(), List.of())).isEqualTo(golden("alone.conf"));
  }

  @Test
  void shouldRenderPeersAndWhatTheUserAdds() throws IOException {
    // Given
    Map<String, Object> theirs = new LinkedHashMap<>();
    theirs.put("max_connections", 1000);
    theirs.put("debug", true);
    theirs.put("accounts", Map.of("A\"B", Map.of("users", List.of(Map.of("user", "a\\b\n")))));
    theirs.put("cluster", Map.of("compression", "s2_auto", "port", 1));

    // When
    String rendered = render(theirs, List.of("nats://10.0.1.8:6222", "nats://10.0.2.9:7244"));

    // Then
    assertThat(rendered).isEqualTo(golden("peers.conf"));
  }

  @Test
  void shouldNotLetTheUserTakeWhatIsOurs() {
    // Given
    Map<String, Object> theirs = new LinkedHashMap<>();
    theirs.put("Server_Name", "mine");
    theirs.put("port", 1);
    theirs.put("HTTP_PORT", 2);
    theirs.put("jetstream", Map.of("store_dir", "/tmp"));
    theirs.put("cluster", Map.of("Routes", List.of("nats://evil:1"), "no_advertise", true));

    // When
    String rendered = render(theirs, List.of());

    // Then
    assertThat(rendered).isEqualTo(render(Map.of(), List.of()));
  }

  private static String render(Map<String, Object> theirs, List<String> routes) {
    return new ServerConfig(BINDINGS, json -> theirs).render(SETTINGS, WHO, routes);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ServerConfigTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
