package dev.natsfleet.local.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Scorecard scorecard =
      new Scorecard(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void shouldTellEachStepAndSumUpInOneLineOfJson() {
    // When
    scorecard.note("ready", Duration.ofMillis(12_345));
    scorecard.note("killed-server", Duration.ofMillis(800));

    // Then
    assertThat(scorecard.json()).isEqualTo("{\"ready\": 12.35, \"killed-server\": 0.80}");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("   12.35 s  ready", "    0.80 s  killed-server");
  }

  @Test
  void shouldNameAStepThatTookTooLong() {
    // Given
    scorecard.note("ready", Duration.ofMillis(20_010));
    scorecard.note("replaced", Duration.ofSeconds(20));

    // When
    scorecard.require("ready", Duration.ofSeconds(20));
    scorecard.require("replaced", Duration.ofSeconds(20));

    // Then
    assertThat(scorecard.tooSlow()).containsExactly("ready took 20.01 s, more than 20.00 s");
  }

  @Test
  void shouldNameAStepThatNeverWas() {
    // When
    scorecard.require("ready", Duration.ofSeconds(20));

    // Then
    assertThat(scorecard.tooSlow()).hasSize(1);
  }
}
