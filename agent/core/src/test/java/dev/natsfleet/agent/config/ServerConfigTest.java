package dev.natsfleet.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.registry.NodeIdentity;
import dev.natsfleet.registry.NodeSettings;
import dev.natsfleet.registry.SampleSettings;
import dev.natsfleet.values.DurationFormat;
import dev.natsfleet.values.RecordSample;
import dev.natsfleet.values.SizeFormat;
import dev.natsfleet.values.ValueCase;
import dev.natsfleet.values.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerConfigTest {

  private static final NodeIdentity WHO =
      new NodeIdentity("10.0.1.7", "i-07", "boot", "eu-west-1a", "core", "i-07");
  private static final ListenAddresses LISTEN_ADDRESSES =
      new ListenAddresses(
          new ListenAddresses.ServerPorts(4222, 6222, 8222), "127.0.0.1", "/var/lib/natsfleet");
  private static final NodeSettings SETTINGS = SampleSettings.with(Map.of("lameDuckSeconds", 120));

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

  @Test
  void shouldRenderEverySetting() throws IOException {
    assertThat(render(RecordSample.filled(NodeSettings.class))).isEqualTo(golden("every.conf"));
  }

  @ParameterizedTest
  @MethodSource("serverSettings")
  void shouldForgetNoSetting(String component) {
    // Given
    NodeSettings filled = RecordSample.filled(NodeSettings.class);
    NodeSettings other = RecordSample.filledBut(NodeSettings.class, component);

    // When, Then
    assertThat(render(other)).isNotEqualTo(render(filled));
  }

  @ParameterizedTest
  @MethodSource("durations")
  void shouldWriteDurationsThatMeanTheSame(ValueCase row) {
    // Given
    long seconds = row.value().orElseThrow() / 1000;
    NodeSettings settings = SampleSettings.with(Map.of("lameDuckSeconds", (int) seconds));

    // When
    String text = value(render(settings), "lame_duck_duration");

    // Then
    assertThat(DurationFormat.parse(text)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void shouldWriteSizesThatMeanTheSame(ValueCase row) {
    // Given
    long bytes = row.value().orElseThrow();
    NodeSettings settings = SampleSettings.with(Map.of("maxPayloadBytes", bytes));

    // When
    String text = value(render(settings), "max_payload");

    // Then
    assertThat(SizeFormat.parse(text)).isEqualTo(bytes);
  }

  static List<String> serverSettings() {
    return RecordSample.names(NodeSettings.ServerSettings.class);
  }

  static Stream<ValueCase> durations() {
    return ValueCase.taken(ValueKind.DURATION).stream()
        .filter(row -> row.value().orElseThrow() / 1000 <= Integer.MAX_VALUE);
  }

  /** The operator takes nothing larger. */
  static Stream<ValueCase> sizes() {
    return ValueCase.taken(ValueKind.SIZE).stream()
        .filter(row -> row.value().orElseThrow() <= 64L << 20);
  }

  private static String value(String config, String key) {
    return config
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).replace("\"", "").strip())
        .findFirst()
        .orElseThrow();
  }

  private static String render(NodeSettings settings) {
    return new ServerConfig(LISTEN_ADDRESSES, json -> Map.of("theirs", json))
        .render(settings, WHO, List.of());
  }

  private static String render(Map<String, Object> theirs, List<String> routes) {
    return new ServerConfig(LISTEN_ADDRESSES, json -> theirs).render(SETTINGS, WHO, routes);
  }

  private static String golden(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ServerConfigTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
