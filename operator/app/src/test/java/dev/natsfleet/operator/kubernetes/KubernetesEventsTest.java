package dev.natsfleet.operator.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesEventsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "😀"})
  void shouldCutANoteToTheBytesThatTheApiServerTakes(String character) {
    String cut = KubernetesEvents.shortened(character.repeat(2_000));

    assertThat(cut.getBytes(UTF_8).length).isBetween(1_018, 1_024);
    assertThat(cut).endsWith(character + "…");
  }

  @Test
  void shouldLeaveAShortNoteAlone() {
    assertThat(KubernetesEvents.shortened("é".repeat(512))).isEqualTo("é".repeat(512));
  }
}
