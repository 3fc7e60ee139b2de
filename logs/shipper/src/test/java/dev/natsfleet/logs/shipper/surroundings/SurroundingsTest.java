package dev.natsfleet.logs.shipper.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random trees with random writers and a shipper that is stopped, killed and started again. More of
 * them, or one again: {@code -Dnatsfleet.seeds=5000}, {@code -Dnatsfleet.seed=7}.
 */
class SurroundingsTest {

  private static final int SEEDS =
      Integer.getInteger("natsfleet.seeds", Boolean.getBoolean("natsfleet.soak") ? 1_000 : 50);

  @TempDir Path directory;

  @Test
  void shouldSendWhatCanBeKnownAndTellTheRest() throws Exception {
    SurroundingsRun run = new SurroundingsRun(directory);
    List<String> failures = new ArrayList<>();
    long first = Long.getLong("natsfleet.seed", 1);
    long last = System.getProperty("natsfleet.seed") == null ? first + SEEDS - 1 : first;
    for (long seed = first; seed <= last; seed++) {
      SurroundingsStory story = SurroundingsStory.of(seed);
      List<SurroundingsFault> faults = run.faults(story);
      if (!faults.isEmpty()) {
        SurroundingsStory shortest =
            new SurroundingsStoryReducer(run, faults.getFirst().kind()).reduce(story);
        failures.add("# seed %d: %s%n%s".formatted(seed, run.faults(shortest), shortest));
      }
    }
    assertThat(failures).isEmpty();
  }
}
