package dev.natsfleet.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.operator.kubernetes.lease.LeaderLeaseRef;
import dev.natsfleet.settings.SettingsException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorSettingsTest {

  @Test
  void shouldHaveDefaults() throws SettingsException {
    assertThat(OperatorSettings.from(Map.of()))
        .isEqualTo(new OperatorSettings(Set.of(), "", Optional.empty(), "127.0.0.1", 8080));
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
        .isEqualTo(
            new OperatorSettings(Set.of("a", "b"), "prod-1", Optional.empty(), "0.0.0.0", 0));
  }

  @Test
  void shouldBeCalledOtherwiseInTheLeaseAfterEachStart() throws SettingsException {
    // Given
    Map<String, String> environment =
        Map.of(
            "NATSFLEET_LEASE_NAMESPACE", "nats",
            "NATSFLEET_LEASE_NAME", "operator",
            "NATSFLEET_REPLICA", "operator-0");

    // When
    LeaderLeaseRef first = OperatorSettings.from(environment).lease().orElseThrow();
    LeaderLeaseRef second = OperatorSettings.from(environment).lease().orElseThrow();

    // Then
    assertThat(first.toString()).startsWith("nats/operator as operator-0_");
    assertThat(second.replica()).startsWith("operator-0_").isNotEqualTo(first.replica());
  }

  @Test
  void shouldNameEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                OperatorSettings.from(
                    Map.of(
                        "NATSFLEET_HTTP_PORT", "http",
                        "NATSFLEET_FLEET_ID", "a/b",
                        "NATSFLEET_LEASE_NAME", "Operator_1",
                        "NATSFLEET_LEASE_NAMESPACE", "nats",
                        "NATSFLEET_NAMESPACE", "a")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NATSFLEET_NAMESPACE is unknown; known are")
        .hasMessageContaining("NATSFLEET_FLEET_ID=a/b: is not a fleet id")
        .hasMessageContaining("NATSFLEET_LEASE_NAME=Operator_1: is not a name")
        .hasMessageContaining("NATSFLEET_LEASE_NAME and NATSFLEET_LEASE_NAMESPACE belong together")
        .hasMessageContaining("NATSFLEET_HTTP_PORT=http: is not a whole number");
  }
}
