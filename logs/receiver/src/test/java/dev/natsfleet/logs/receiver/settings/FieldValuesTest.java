package dev.natsfleet.logs.receiver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that users of this and of other programs have given. */
class FieldValuesTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "NATS_URL", "nats://broker:4222",
              "SHIPPER_SUBJECT", "shipper",
              "SHIPPER_DIRECTORY", "/var/log/remote",
              "SHIPPER_OUTPUT", "system.log",
              "HOSTNAME", "logs1"));

  /** Of Services that are called shipper, shipper-directory and nats. */
  @ParameterizedTest
  @CsvSource({
    "SHIPPER_PORT, tcp://10.0.0.1:80",
    "SHIPPER_SERVICE_HOST, 10.0.0.1",
    "SHIPPER_SERVICE_PORT_HTTP, 80",
    "SHIPPER_PORT_80_TCP, tcp://10.0.0.1:80",
    "SHIPPER_PORT_80_TCP_ADDR, 10.0.0.1",
    "SHIPPER_DIRECTORY_SERVICE_HOST, 10.0.0.1",
    "SHIPPER_DIRECTORY_PORT, tcp://10.0.0.1:80",
    "NATS_SERVICE_HOST, 10.0.0.1",
    "NATS_PORT, tcp://10.0.0.1:4222",
    "NATS_PORT_4222_TCP_PROTO, tcp"
  })
  void shouldIgnoreWhatKubernetesSetsForAService(String name, String value) throws Exception {
    ReceiverSettings before = settings();

    environment.put(name, value);

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void shouldRefuseANameOfOursThatIsNoVariable() {
    environment.put("SHIPPER_PORTS", "80");

    assertThatThrownBy(this::settings).hasMessageContaining("SHIPPER_PORTS");
  }

  /** The conversions of the library that fshipper uses, and some more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%A", "%a", "%B", "%b", "%C", "%c", "%D", "%d", "%e", "%F", "%H", "%h", "%I", "%j", "%k",
        "%l", "%M", "%m", "%n", "%p", "%R", "%r", "%S", "%T", "%t", "%U", "%u", "%V", "%v", "%W",
        "%w", "%X", "%x", "%Y", "%y", "%Z", "%z", "%%", "%s", "%E", "%-d", "%é", "%"
      })
  void shouldMakeANameOfWhatItAcceptsAndRefuseTheRest(String conversion) {
    environment.put("SHIPPER_OUTPUT", "app-%Y" + conversion);
    String pattern;
    try {
      pattern = settings().output().pattern();
    } catch (SettingsException e) {
      assertThat(e).hasMessageContaining("SHIPPER_OUTPUT=app-%Y" + conversion + ": ");
      return;
    }
    assertThat(Strftime.format(pattern, Instant.EPOCH.atZone(ZoneOffset.UTC)))
        .startsWith("app-1970")
        .doesNotContain("\n", "\t");
  }

  /** A delivery subject in the eighth part of the blog series. */
  @ParameterizedTest
  @ValueSource(strings = {"out.logs", "out logs", "out>", "*", "a/b"})
  void shouldRefuseATargetThatIsNoNameOfStreams(String target) {
    environment.put("SHIPPER_STREAM_TARGET", target);

    assertThatThrownBy(this::settings).hasMessageContaining("SHIPPER_STREAM_TARGET=" + target);
  }

  private ReceiverSettings settings() throws SettingsException {
    return ReceiverSettings.from(environment);
  }
}
