package dev.natsfleet.agent.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.agent.config.ListenAddresses;
import dev.natsfleet.agent.config.ServerConfig;
import dev.natsfleet.registry.ClusterId;
import dev.natsfleet.registry.NodeIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** nats-server quotes what it refuses, and people put passwords into the wrong fields. */
class SecretsOfSettingsTest {

  private static final String SECRET = "hunter2-of-ann";

  private static final Map<String, Object> CONFIG =
      Map.of("authorization", Map.of("users", List.of(Map.of("password", SECRET))));

  private final NodeMachine machine =
      new NodeMachine(
          new NodeContext(
              new ClusterId("shop", "orders"),
              new NodeIdentity("10.0.0.1", "i-1", "boot", "zone-a", "core", "i-1"),
              "dev",
              new ServerConfig(
                  new ListenAddresses(
                      new ListenAddresses.ServerPorts(4222, 6222, 8222), "127.0.0.1", "/s"),
                  json -> CONFIG)));

  static List<Signal> words() {
    String why = "nats-server.conf:3:2: '" + SECRET + "' of https://ann:" + SECRET + "@store.io";
    return List.of(
        new Signal.Refused(ActionKind.START, "conf", why),
        new Signal.Failed(ActionKind.START, why),
        new Signal.Exited(why));
  }

  @ParameterizedTest
  @MethodSource("words")
  void shouldTellNoValueOfTheUsersConfiguration(Signal said) {
    // Given
    Node node = NodeFixture.starting().node();

    // When
    Node next = machine.next(node, said, 0).node();

    // Then
    assertThat(machine.redact(node, said).toString()).contains("nats-server.conf:3:2: '***'");
    assertThat(machine.redact(node, said).toString()).doesNotContain(SECRET);
    assertThat(next.toString()).doesNotContain(SECRET);
    assertThat(machine.report(next, 0).toString()).doesNotContain(SECRET);
  }
}
