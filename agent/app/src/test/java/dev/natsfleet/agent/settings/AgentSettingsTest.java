package dev.natsfleet.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.agent.config.ListenAddresses.ServerPorts;
import dev.natsfleet.settings.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentSettingsTest {

  @Test
  void shouldHaveDefaults() throws SettingsException {
    assertThat(AgentSettings.from(Map.of()))
        .isEqualTo(
            new AgentSettings(
                Path.of("/var/lib/natsfleet"),
                Path.of("/usr/local/bin/nats-server"),
                new ServerPorts(4222, 6222, 8222),
                "127.0.0.1",
                "127.0.0.1",
                8322,
                URI.create("http://169.254.169.254"),
                Duration.ZERO));
  }

  @Test
  void shouldReadEveryVariable() throws SettingsException {
    Map<String, String> variables =
        Map.of(
            "NATSFLEET_STATE_DIR", "/s",
            "NATSFLEET_SERVER_BINARY", "/b",
            "NATSFLEET_CLIENT_PORT", "1",
            "NATSFLEET_ROUTE_PORT", "2",
            "NATSFLEET_MONITOR_PORT", "3",
            "NATSFLEET_MONITOR_ADDRESS", "127.0.1.2",
            "NATSFLEET_HTTP_ADDRESS", "127.0.1.3",
            "NATSFLEET_HTTP_PORT", "4",
            "AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.1.4:5",
            "NATSFLEET_CLOCK_OFFSET_SECONDS", "-3600");

    assertThat(AgentSettings.from(variables))
        .isEqualTo(
            new AgentSettings(
                Path.of("/s"),
                Path.of("/b"),
                new ServerPorts(1, 2, 3),
                "127.0.1.2",
                "127.0.1.3",
                4,
                URI.create("http://127.0.1.4:5"),
                Duration.ofHours(-1)));
  }

  @Test
  void shouldReportEveryProblemTogether() {
    Map<String, String> variables =
        Map.of(
            "NATSFLEET_STATE_DIR", "relative",
            "NATSFLEET_HTTP_PORT", "70000",
            "NATSFLEET_MONITOR_ADDRESS", "0.0.0.0",
            "NATSFLEET_STATE_DIRECTORY", "/s");

    assertThatThrownBy(() -> AgentSettings.from(variables))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NATSFLEET_STATE_DIR=relative: is not an absolute path")
        .hasMessageContaining("NATSFLEET_HTTP_PORT=70000: is not between 1 and 65535")
        .hasMessageContaining("NATSFLEET_MONITOR_ADDRESS=0.0.0.0: is not a loopback address")
        .hasMessageContaining("NATSFLEET_STATE_DIRECTORY is unknown");
  }
}
