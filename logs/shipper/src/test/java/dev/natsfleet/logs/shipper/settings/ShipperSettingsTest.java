package dev.natsfleet.logs.shipper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class ShipperSettingsTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "NATS_URL", "nats://n1:4222, nats://n2:4222",
              "SHIPPER_SUBJECT", "shipper",
              "SHIPPER_FILE", "/var/log/system.log",
              "HOSTNAME", "web1.example.net",
              "PATH", "/bin"));

  @Test
  void shouldNeedNoMoreThanFshipper() throws SettingsException {
    // When
    ShipperSettings settings = ShipperSettings.from(environment);

    // Then
    assertThat(settings.nats().servers()).containsExactly("nats://n1:4222", "nats://n2:4222");
    assertThat(settings.files()).containsExactly("/var/log/system.log");
    assertThat(settings.pipelineSettings().partitions()).isZero();
    assertThat(settings.mode()).isEqualTo(ShipperSettings.Mode.LINE);
    assertThat(settings.window())
        .isEqualTo(new ShipperSettings.WindowSettings(2048, 8 << 20, Duration.ofSeconds(5)));
    assertThat(settings.spool()).isEmpty();
  }

  @Test
  void shouldLeaveTheReceiversVariablesAlone() throws SettingsException {
    environment.put("SHIPPER_OUTPUT", "logs/%e-%V%");
    environment.put("SHIPPER_READ_PARTITIONS", "nonsense");
    environment.put("SHIPPER_STREAM_TARGET", "out.logs");

    assertThat(ShipperSettings.from(environment).pipelineSettings().subject()).isEqualTo("shipper");
  }

  @ParameterizedTest
  @NullAndEmptySource
  void shouldHaveTheSystemsNameWhereNoneIsSet(@Nullable String name) throws SettingsException {
    environment.remove("HOSTNAME");
    if (name != null) {
      environment.put("HOSTNAME", name);
    }

    assertThat(ShipperSettings.from(environment).pipelineSettings().host()).isNotEmpty();
  }

  @Test
  void shouldReportEveryProblemTogether() {
    // Given
    environment.remove("SHIPPER_FILE");
    environment.put("HOSTNAME", "../etc");
    environment.put("NATS_KEY", "/nowhere/key.pem");
    environment.put("SHIPPER_MODE", "both");
    environment.put("SHIPPER_ACK_WAIT", "soon");
    environment.put("SHIPPER_LISTEN", "0.0.0.0:80");
    environment.put("SHIPPER_FILES", "/var/log/*.log");

    // Then
    assertThatThrownBy(() -> ShipperSettings.from(environment))
        .isInstanceOf(SettingsException.class)
        .message()
        .contains(
            "SHIPPER_FILE is missing",
            "HOSTNAME=../etc",
            "NATS_KEY=/nowhere/key.pem cannot be read",
            "NATS_CERTIFICATE and NATS_KEY belong together",
            "SHIPPER_MODE=both: is neither line nor bundle",
            "SHIPPER_ACK_WAIT=soon: is not a duration",
            "SHIPPER_LISTEN=0.0.0.0:80: is not on loopback",
            "SHIPPER_FILES is unknown");
  }
}
