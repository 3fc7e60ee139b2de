package dev.natsfleet.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorSettingsTest {

  @Test
  void shouldHaveDefaults() throws SettingsException {
    assertThat(OperatorSettings.from(Map.of()))
        .isEqualTo(new OperatorSettings(Set.of(), "", "127.0.0.1", 8080));
  }

  @Test
  void shouldReadEverySetting() throws SettingsException {
    assertThat(
            OperatorSettings.from(
                Map.of(
                    "NATSFLEET_NAMESPACES", "a, b",
                    "NATSFLEET_FLEET_ID", "prod-1",
                    "NATSFLEET_HTTP_ADDRESS", "0.0.0.0",
                    "NATSFLEET_HTTP_PORT", "0",
                    "PATH", "/bin")))
        .isEqualTo(new OperatorSettings(Set.of("a", "b"), "prod-1", "0.0.0.0", 0));
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                OperatorSettings.from(
                    Map.of(
                        "NATSFLEET_HTTP_PORT", "http",
                        "NATSFLEET_FLEET_ID", "a/b",
                        "NATSFLEET_NAMESPACE", "a")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NATSFLEET_NAMESPACE is unknown; known are")
        .hasMessageContaining("NATSFLEET_FLEET_ID=a/b: is not a fleet id")
        .hasMessageContaining("NATSFLEET_HTTP_PORT=http: is not a whole number");
  }
}
