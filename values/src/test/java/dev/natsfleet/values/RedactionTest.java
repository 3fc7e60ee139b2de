package dev.natsfleet.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void shouldHideUserAndPasswordOfEveryUrl() {
    assertThat(Redaction.urls("no https://ann:p@ss@store.example/x, nats://tok3n@10.0.0.1:4222"))
        .isEqualTo("no https://***@store.example/x, nats://***@10.0.0.1:4222");
    assertThat(Redaction.urls("nats://10.0.0.1:4222 and ann@example.org"))
        .isEqualTo("nats://10.0.0.1:4222 and ann@example.org");
  }

  @Test
  void shouldHideWhatAConfigurationHoldsAndShowItsKeys() {
    // Given
    Map<String, Object> config =
        Map.of(
            "authorization",
            Map.of("users", List.of(Map.of("user", "ann", "password", "hunter2$"))),
            "ping_interval",
            "hunter2$ in a wrong field",
            "debug",
            true);

    // Then
    assertThat(
            Redaction.values(
                "error parsing ping_interval: 'hunter2$ in a wrong field', password: \"hunter2$\", true",
                config))
        .isEqualTo("error parsing ping_interval: '***', password: \"***\", true");
  }
}
