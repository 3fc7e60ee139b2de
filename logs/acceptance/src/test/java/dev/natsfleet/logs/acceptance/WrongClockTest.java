package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario 13: a host's clock is a day wrong and jumps, as its files' times show. Rotation by time
 * at the receiver: {@code PartitionStoreTest} and {@code FileNamingTest}.
 */
@Tag("server")
class WrongClockTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path directory;

  @Test
  void shouldKeepTheOrderOfGenerationsWhenTimesJump() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(1_000);
      at(app.file(), DAY);
      pipelineRun.check(app);

      for (int i = 0; i < 3; i++) {
        pipelineRun.pipeline().shipper().kill();
        Path rotated = app.file().resolveSibling("app.log.2026102" + i);
        Files.move(app.file(), rotated);
        at(rotated, i % 2 == 0 ? DAY : DAY.negated());
        app.lines(500);
        at(app.file(), i % 2 == 0 ? DAY.negated() : DAY);
        pipelineRun.pipeline().restartShipper();
        app.lines(500);
        at(app.file(), DAY.negated()); // a jump while it runs
        pipelineRun.check(app);
      }
    }
  }

  private static void at(Path file, Duration skew) throws Exception {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(skew)));
  }
}
