package dev.natsfleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.simulation.run.Simulation;
import dev.natsfleet.simulation.run.SimulationDigest;
import dev.natsfleet.simulation.story.Story;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seed is a world: the same run each time, also where sets and maps are in another order. */
class DeterminismTest {

  private static final long SEEDS = 20;

  @Test
  void shouldRunTheSameInAnotherJvm() throws IOException, InterruptedException {
    // Given
    String here =
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(SimulationDigest::of)
            .collect(Collectors.joining("\n"));

    // When
    String there = inAnotherJvm();

    // Then
    assertThat(there).isEqualTo(here);
  }

  @Test
  void shouldRunDifferentlyWithAnotherSeed() {
    // Given
    Story story = Story.draw(1, List.of());
    Story other = new Story(2, story.nodes(), story.owner(), story.faults());

    // When / Then
    assertThat(Simulation.run(story, Set.of()).log().digest())
        .isNotEqualTo(Simulation.run(other, Set.of()).log().digest());
  }

  private static String inAnotherJvm() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulationDigest.class.getName(),
                Long.toString(SEEDS))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
