package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 1: kill -9 of the shipper, again and again. */
class KilledShipperTest {

  private static final int KILLS = Strength.of("kills", 12, 50);
  private static final int LINES = Strength.of("lines", 250_000, 1_000_000);
  private static final int WINDOW = 256;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path directory;

  @Test
  void shouldLoseAndRepeatNothingWhenTheShipperIsKilled() throws Exception {
    try (Journey journey = new Journey(directory, "SHIPPER_WINDOW_MESSAGES=" + WINDOW)) {
      LogWriter app = journey.writer("app.log");
      app.lines(10);
      journey.check(app);
      int beforeCheckpoint = 0;
      for (int i = 0; i < KILLS; i++) {
        app.lines(LINES / KILLS);
        LockSupport.parkNanos(random.nextInt(1_200) * 1_000_000L);
        journey.pipeline().shipper().kill();
        beforeCheckpoint += stored(journey) - remembered() > WINDOW ? 1 : 0;
        journey.pipeline().restartShipper();
      }

      journey.check(app);
      assertThat(beforeCheckpoint).as("kills between ack and checkpoint").isPositive();
      Strength.held(
          "1, shipper: %,d lines, %d kills, %d of them before the checkpoint, seed %d"
              .formatted(LINES, KILLS, beforeCheckpoint, seed));
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /** Number of the last message in the stream; all but a window before it were acknowledged. */
  private static long stored(Journey journey) throws Exception {
    return journey.pipeline().broker().last("shipper.p0." + Journey.HOST).sequence();
  }

  /** Number of the last message that the checkpoint knows: {@code epoch <epoch> <id> <number>}. */
  private long remembered() throws Exception {
    String head = Files.readAllLines(directory.resolve("state/checkpoint")).get(1);
    return Long.parseLong(head.split(" ", -1)[3]);
  }
}
