package dev.natsfleet.local.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natsfleet.local.proc.ExternalCommand.CommandOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalCommandTest {

  @Test
  void shouldReturnExitCodeAndOutput() {
    // When
    CommandOutcome outcome =
        new ExternalCommand(List.of("bash", "-c", "echo out; echo err >&2; exit 3"), Map.of())
            .execute();

    // Then
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.output().lines()).containsExactlyInAnyOrder("out", "err");
  }

  @Test
  void shouldKillAProgramThatDoesNotEnd() {
    // Given
    ExternalCommand endless = new ExternalCommand(List.of("tail", "-f", "/dev/null"), Map.of());

    // When / Then
    assertThatThrownBy(() -> endless.execute(Duration.ofMillis(100)))
        .hasMessage("tail -f /dev/null did not end within PT0.1S; it was killed");
  }
}
