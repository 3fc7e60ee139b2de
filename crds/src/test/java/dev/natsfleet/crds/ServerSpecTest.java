package dev.natsfleet.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSpecTest {

  @Test
  void shouldRefuseOwnedKeysInAnyCase() {
    // Given
    ServerSpec server =
        new ServerSpec("1Mi", "2m", Map.of("Max_Payload", 1, "PORT", 4333, "debug", true));

    // When, Then
    assertThat(server.refusals())
        .containsExactly(
            "spec.server.config.Max_Payload is written by natsfleet: use spec.server.maxPayload;"
                + " remove it",
            "spec.server.config.PORT is written by natsfleet: nodes listen on 4222, which the"
                + " Service publishes; remove it");
  }

  @Test
  void shouldTakeWhatNatsfleetDoesNotWrite() {
    // Given
    ServerSpec server =
        new ServerSpec("1Mi", "2m", Map.of("debug", true, "authorization", Map.of("token", "t")));

    // When, Then
    assertThat(server.refusals()).isEmpty();
  }
}
