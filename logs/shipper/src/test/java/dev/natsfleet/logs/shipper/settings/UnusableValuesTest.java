package dev.natsfleet.logs.shipper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that would fail only when they are used, and variables that are none of ours. */
class UnusableValuesTest {

  @TempDir Path directory;
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "NATS_URL", "nats://n1:4222",
              "SHIPPER_SUBJECT", "shipper",
              "SHIPPER_FILE", "/var/log/system.log",
              "HOSTNAME", "web1"));

  @Test
  void shouldLeaveTheVariablesAloneThatKubernetesSetsForAService() throws SettingsException {
    environment.put("SHIPPER_SERVICE_HOST", "10.0.0.1");
    environment.put("SHIPPER_PORT", "tcp://10.0.0.1:80");

    assertThat(ShipperSettings.from(environment).pipelineSettings().subject()).isEqualTo("shipper");
  }

  @Test
  void shouldRefuseWhatCanOnlyFailLater() throws IOException {
    Path empty = Files.createFile(directory.resolve("ca.pem"));
    environment.put(
        "NATS_URL", "nats://ok:4222,http://x,nats://a b,my_host:4222,[::1]:4222,app:s%2Fcret@ok");
    environment.put("NATS_CA", empty.toString());
    environment.put("NATS_CREDS", empty.toString());
    environment.put("SHIPPER_FILE", "/var/log/[abc.log");

    assertThatThrownBy(() -> ShipperSettings.from(environment))
        .hasMessageContaining("NATS_URL=http://x is no server")
        .hasMessageContaining("NATS_URL=nats://a b is no server")
        .hasMessageContaining("NATS_URL=my_host:4222 is no server")
        .hasMessageContaining("NATS_CA=" + empty + " cannot be used: it holds no certificate")
        .hasMessageContaining("NATS_CREDS=" + empty + " cannot be used: it holds no user JWT")
        .hasMessageContaining("SHIPPER_FILE=/var/log/[abc.log: /var/log/[abc.log is no pattern")
        .message()
        .doesNotContain("nats://ok", "@ok", "[::1]");
  }

  @Test
  void shouldRefuseListsOfNothingAndDurationsThatNobodyCanCount() {
    environment.put("NATS_URL", ",");
    environment.put("SHIPPER_FILE", " , ");
    environment.put("SHIPPER_STATE", "state\0");
    environment.put("SHIPPER_SPOOL", "spool\0");
    environment.put("SHIPPER_ACK_WAIT", "999999d");
    environment.put("SHIPPER_ROTATE_WAIT", "999999d");
    environment.put("SHIPPER_RESCAN", "31d");

    assertThatThrownBy(() -> ShipperSettings.from(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NATS_URL=, names no server")
        .hasMessageContaining("SHIPPER_FILE=,: names no file")
        .hasMessageContaining("SHIPPER_STATE=state\0: ")
        .hasMessageContaining("SHIPPER_SPOOL=spool\0: ")
        .hasMessageContaining("SHIPPER_ACK_WAIT=999999d: is too long: write at most 30d")
        .hasMessageContaining("SHIPPER_ROTATE_WAIT=999999d: is too long")
        .hasMessageContaining("SHIPPER_RESCAN=31d: is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nats://app:s/ecret@host",
        "app:s/ecret@host:4222",
        "nats://s/ecret@host",
        "nats://app:s?ecret@host",
        "nats://app:s@ecret@host",
        "nats://app:s%-ecret@host"
      })
  void shouldRefuseAPasswordThatIsNotEncodedWithoutTellingIt(String url) {
    environment.put("NATS_URL", url);

    assertThatThrownBy(() -> ShipperSettings.from(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("NATS_URL=")
        .hasMessageContaining("***@host")
        .hasMessageContaining("encode / as %2F")
        .message()
        .doesNotContain("ecret");
  }
}
