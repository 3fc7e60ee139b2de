package dev.natsfleet.local.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepTimingsTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final StepTimings timings =
      new StepTimings(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void shouldTellEachStepAndSumUpInOneLineOfJson() {
    // When
    timings.record("ready", Duration.ofMillis(12_345));
    timings.record("killed-server", Duration.ofMillis(800));

    // Then
    assertThat(timings.json()).isEqualTo("{\"ready\": 12.35, \"killed-server\": 0.80}");
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("   12.35 s  ready", "    0.80 s  killed-server");
  }

  @Test
  void shouldNameAStepThatTookTooLong() {
    // Given
    timings.record("ready", Duration.ofMillis(20_010));
    timings.record("replaced", Duration.ofSeconds(20));

    // When
    timings.requireWithin("ready", Duration.ofSeconds(20));
    timings.requireWithin("replaced", Duration.ofSeconds(20));

    // Then
    assertThat(timings.tooSlow()).containsExactly("ready took 20.01 s, more than 20.00 s");
  }

  @Test
  void shouldNameAStepThatNeverWas() {
    // When
    timings.requireWithin("ready", Duration.ofSeconds(20));

    // Then
    assertThat(timings.tooSlow()).hasSize(1);
  }
}
