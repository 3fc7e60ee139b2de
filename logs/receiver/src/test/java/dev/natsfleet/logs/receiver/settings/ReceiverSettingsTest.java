package dev.natsfleet.logs.receiver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "NATS_URL", "nats://n1:4222",
              "SHIPPER_SUBJECT", "shipper",
              "SHIPPER_DIRECTORY", "/var/log/remote",
              "SHIPPER_OUTPUT", "system.log",
              "HOSTNAME", "logs1"));

  @Test
  void shouldAddTheDayToAnOutputWithoutAPattern() throws SettingsException {
    assertThat(settings().output().pattern()).isEqualTo("system.log-%Y%m%d%H%M");

    environment.put("SHIPPER_OUTPUT", "system.log.%Y%m%d");
    assertThat(settings().output().pattern()).isEqualTo("system.log.%Y%m%d");
  }

  @Test
  void shouldReadPartitionZeroByDefault() throws SettingsException {
    assertThat(settings().partitionSettings().partitions()).contains(List.of(0));

    environment.put("SHIPPER_PARTITIONS", "10");
    environment.put("SHIPPER_READ_PARTITIONS", "3, 7");
    assertThat(settings().partitionSettings().partitions()).contains(List.of(3, 7));
  }

  @Test
  void shouldSharePartitionsByTheNumberAtTheEndOfItsName() throws SettingsException {
    environment.put("SHIPPER_PARTITIONS", "7");
    environment.put("SHIPPER_RECEIVERS", "3");
    assertThat(settings().partitionSettings().partitions()).contains(List.of(1, 4));

    environment.put("SHIPPER_OWNERSHIP", "elastic");
    assertThat(settings().partitionSettings().partitions()).isEmpty();
  }

  @Test
  void shouldRefuseANameWithoutANumberBelowTheReceivers() {
    environment.put("SHIPPER_RECEIVERS", "1");

    assertThatThrownBy(this::settings)
        .hasMessageContaining("does not end with a number below SHIPPER_RECEIVERS=1");
  }

  @Test
  void shouldRefuseSettingsThatContradictEachOther() {
    environment.put("SHIPPER_OWNERSHIP", "elastic");
    environment.put("SHIPPER_READ_PARTITIONS", "0");
    environment.put("SHIPPER_DIRECTORY", "/logs");
    environment.put("SHIPPER_OUTPUT", "../all");

    assertThatThrownBy(this::settings)
        .hasMessageContaining("leave SHIPPER_READ_PARTITIONS out")
        .hasMessageContaining("SHIPPER_OUTPUT=../all leaves the directory");
  }

  @Test
  void shouldShareNoFileOfAllHostsByLeases() {
    environment.put("SHIPPER_OWNERSHIP", "elastic");
    environment.remove("SHIPPER_DIRECTORY");

    assertThatThrownBy(this::settings)
        .hasMessageContaining("SHIPPER_OWNERSHIP=elastic needs SHIPPER_DIRECTORY");
  }

  @Test
  void shouldJoinDirectoryHostAndOutputAsFshipperDoes() throws SettingsException {
    environment.put("SHIPPER_DIRECTORY", "/logs");
    environment.put("SHIPPER_OUTPUT", "/app-%Y");

    assertThat(settings().output().pattern()).isEqualTo("app-%Y");
  }

  @Test
  void shouldRefuseAPartitionThatDoesNotExist() {
    environment.put("SHIPPER_PARTITIONS", "2");
    environment.put("SHIPPER_READ_PARTITIONS", "0,2");

    assertThatThrownBy(this::settings)
        .hasMessageContaining("names a partition that SHIPPER_PARTITIONS=2 does not have");
  }

  @Test
  void shouldReadPartitionsByListAloneAsFshipperDoes() throws SettingsException {
    environment.put("SHIPPER_READ_PARTITIONS", "0,1,2,3,4");

    assertThat(settings().partitionSettings().partitions()).contains(List.of(0, 1, 2, 3, 4));
  }

  @Test
  void shouldCountAPartitionOnceThatIsListedTwice() throws SettingsException {
    environment.put("SHIPPER_READ_PARTITIONS", "0,1,0");

    assertThat(settings().partitionSettings().partitions()).contains(List.of(0, 1));
  }

  @Test
  void shouldRefuseDurationsAndPathsThatNobodyCanUse() {
    environment.put("SHIPPER_GAP_WAIT", "999999d");
    environment.put("SHIPPER_KEEP", "36501d");
    environment.put("SHIPPER_STREAM_AGE", "106751991167d");
    environment.put("SHIPPER_DIRECTORY", "/logs\0");
    environment.put("SHIPPER_OUTPUT", "a\0-%d");

    assertThatThrownBy(this::settings)
        .hasMessageContaining("SHIPPER_GAP_WAIT=999999d: is too long: write at most 30d")
        .hasMessageContaining("SHIPPER_KEEP=36501d: is too long: write at most 36500d")
        .hasMessageContaining("SHIPPER_STREAM_AGE=106751991167d: is too long")
        .hasMessageContaining("SHIPPER_DIRECTORY=/logs\0: ")
        .hasMessageContaining("SHIPPER_OUTPUT=a\0-%d: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app-%s", "app-%e", "app-%V", "app-%"})
  void shouldRefuseAConversionThatItDoesNotKnow(String output) {
    environment.put("SHIPPER_OUTPUT", output);

    assertThatThrownBy(this::settings).hasMessageContaining("SHIPPER_OUTPUT=" + output + ": ");
  }

  private ReceiverSettings settings() throws SettingsException {
    return ReceiverSettings.from(environment);
  }
}
