package dev.natsfleet.crds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.crds.schema.AllowedConfigKeys;
import dev.natsfleet.values.RecordSample;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSpecTest {

  @Test
  void shouldRefuseReservedKeysInAnyCase() {
    // Given
    ServerSpec server = config(Map.of("Max_Payload", 1, "PORT", 4333, "debug", true));

    // When, Then
    assertThat(server.problems())
        .containsExactly(
            "spec.server.config.Max_Payload is written by natsfleet: use spec.server.maxPayload;"
                + " remove it",
            "spec.server.config.PORT is written by natsfleet: nodes listen on 4222, which the"
                + " Service publishes; remove it");
  }

  @Test
  void shouldTakeWhatNatsfleetDoesNotWrite() {
    // Given
    ServerSpec server = config(Map.of("debug", true, "authorization", Map.of("token", "t")));

    // When, Then
    assertThat(server.problems()).isEmpty();
  }

  @Test
  void shouldRefuseKeysThatNobodyKnowsAndThoseThatOpenADoor() {
    // Given
    ServerSpec server =
        config(Map.of("Prof_Port", 6060, "Ports_File_Dir", "/tmp", "max_conections", 5));

    // When, Then
    assertThat(server.problems())
        .containsExactly(
            "spec.server.config.Ports_File_Dir is written by natsfleet: the agent keeps the files"
                + " of a node; remove it",
            "spec.server.config.Prof_Port is written by natsfleet: its profiler asks nobody who"
                + " they are; remove it",
            "spec.server.config.max_conections is not among the keys that natsfleet passes to"
                + " nats-server (docs/reference/natscluster.md lists them): correct or remove it");
  }

  @Test
  void shouldTakeEveryAllowedKeyInAnyCase() {
    // Given
    Map<String, Object> keys = new HashMap<>();
    AllowedConfigKeys.all(ServerSpec.fields())
        .forEach(key -> keys.put(key.toUpperCase(Locale.ROOT), true));

    // When, Then
    assertThat(config(keys).problems()).isEmpty();
  }

  private static ServerSpec config(Map<String, Object> keys) {
    return RecordSample.copy(ServerSpec.DEFAULTS, Map.of("config", keys));
  }
}
