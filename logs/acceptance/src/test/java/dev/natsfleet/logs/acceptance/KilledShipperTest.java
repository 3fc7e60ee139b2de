package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 1: kill -9 of the shipper, again and again. */
@Tag("server")
class KilledShipperTest {

  private static final int KILLS = ScenarioStrength.of("kills", 12, 50);
  private static final int MOST_KILLS = 5 * KILLS; // until one hits the moment before a checkpoint
  private static final int LINES = ScenarioStrength.of("lines", 250_000, 1_000_000);
  private static final int WINDOW = 256;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path directory;

  @Test
  void shouldLoseAndRepeatNothingWhenTheShipperIsKilled() throws Exception {
    try (PipelineRun pipelineRun =
        new PipelineRun(directory, "SHIPPER_WINDOW_MESSAGES=" + WINDOW)) {
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(10);
      pipelineRun.check(app);
      int beforeCheckpoint = 0;
      int kills = 0;
      while (kills < KILLS || (beforeCheckpoint == 0 && kills < MOST_KILLS)) {
        kills++;
        app.lines(LINES / KILLS);
        LockSupport.parkNanos(random.nextInt(1_200) * 1_000_000L);
        pipelineRun.pipeline().shipper().kill();
        beforeCheckpoint += stored(pipelineRun) - remembered() > WINDOW ? 1 : 0;
        pipelineRun.pipeline().restartShipper();
      }

      pipelineRun.check(app);
      assertThat(beforeCheckpoint).as("kills between ack and checkpoint").isPositive();
      ScenarioStrength.held(
          "1, shipper: %,d lines, %d kills, %d of them before the checkpoint, seed %d"
              .formatted(kills * (LINES / KILLS), kills, beforeCheckpoint, seed));
    } catch (AssertionError | IllegalStateException e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** Number of the last message in the stream; all but a window before it were acknowledged. */
  private static long stored(PipelineRun pipelineRun) throws Exception {
    return pipelineRun.pipeline().broker().last("shipper.p0." + PipelineRun.HOST).sequence();
  }

  /** Number of the last message that the checkpoint knows: {@code epoch <epoch> <id> <number>}. */
  private long remembered() throws Exception {
    String head = Files.readAllLines(directory.resolve("state/checkpoint")).get(1);
    return Long.parseLong(head.split(" ", -1)[3]);
  }
}
