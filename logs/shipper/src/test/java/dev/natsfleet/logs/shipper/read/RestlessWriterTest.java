package dev.natsfleet.logs.shipper.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A writer that never pauses, a rotation and a reader: one small step of one of them after the
 * other, in very many orders. More of them, or one again: {@code -Dnatsfleet.seeds=5000}, {@code
 * -Dnatsfleet.seed=7}.
 */
class RestlessWriterTest {

  private static final int SEEDS =
      Integer.getInteger("natsfleet.seeds", Boolean.getBoolean("natsfleet.soak") ? 2_500 : 100);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void shouldMissNothingButWhatNoFileHasAnyMore(boolean copying, boolean dated) throws Exception {
    for (long i = 0; i < SEEDS; i++) {
      play(copying, dated, Long.getLong("natsfleet.seed", i));
    }
  }

  /** Lines were copied and cut off before anybody looked, and the next ones were read at once. */
  @ParameterizedTest
  @CsvSource({"true,true,617", "true,false,2386"})
  void shouldMissNothingInOrdersThatWereFound(boolean copying, boolean dated, long seed)
      throws Exception {
    play(copying, dated, seed);
  }

  private void play(boolean copying, boolean dated, long seed) throws Exception {
    Path file = Files.createTempDirectory(directory, "run").resolve("app.log");
    try (CatalogFixture reader = new CatalogFixture(file, 3 * RotatedLog.LINE)) {
      RotatedLog log = new RotatedLog(file, copying, dated);
      InterleavedRun steps = new InterleavedRun(log, reader, new Random(seed));
      steps.make(250);
      steps.end();
      assertThat(steps.faults()).as("seed %d: %s", seed, steps).isEmpty();
    }
  }
}
