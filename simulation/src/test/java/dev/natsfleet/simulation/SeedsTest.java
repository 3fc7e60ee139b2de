package dev.natsfleet.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.simulation.run.KnownFaults;
import dev.natsfleet.simulation.run.Simulation;
import dev.natsfleet.simulation.run.SimulationResult;
import dev.natsfleet.simulation.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Worlds in which things go wrong. {@code make simulate} runs many more of them. */
class SeedsTest {

  private static final int SEEDS = 500;

  @Test
  void shouldKeepEveryRuleInEverySeed() throws InterruptedException, ExecutionException {
    // Given
    List<String> failures = new ArrayList<>();

    // When
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      List<Future<SimulationResult>> results =
          LongStream.rangeClosed(1, SEEDS)
              .mapToObj(seed -> workers.submit(() -> run(seed)))
              .toList();
      for (Future<SimulationResult> result : results) {
        result.get().failure().ifPresent(f -> failures.add(f + "\n" + storyOf(result)));
      }
    }

    // Then
    assertThat(failures).isEmpty();
  }

  private static SimulationResult run(long seed) {
    return Simulation.run(Story.draw(seed, KnownFaults.PHRASES), KnownFaults.RULES);
  }

  private static Story storyOf(Future<SimulationResult> result) {
    return result.resultNow().story();
  }
}
