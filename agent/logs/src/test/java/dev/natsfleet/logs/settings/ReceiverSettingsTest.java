package dev.natsfleet.logs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    assertThat(ReceiverSettings.from(environment).output()).isEqualTo("system.log-%Y%m%d%H%M");

    environment.put("SHIPPER_OUTPUT", "system.log.%Y%m%d");
    assertThat(ReceiverSettings.from(environment).output()).isEqualTo("system.log.%Y%m%d");
  }

  @Test
  void shouldReadPartitionZeroUnlessTold() throws SettingsException {
    assertThat(ReceiverSettings.from(environment).readPartitions()).containsExactly(0);

    environment.put("SHIPPER_PARTITIONS", "10");
    environment.put("SHIPPER_READ_PARTITIONS", "3, 7");
    assertThat(ReceiverSettings.from(environment).readPartitions()).containsExactly(3, 7);
  }

  @Test
  void shouldRefuseAPartitionThatDoesNotExist() {
    environment.put("SHIPPER_READ_PARTITIONS", "0,1");

    assertThatThrownBy(() -> ReceiverSettings.from(environment))
        .hasMessageContaining("SHIPPER_READ_PARTITIONS names a partition");
  }
}
