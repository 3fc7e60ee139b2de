package dev.natsfleet.logs.pipeline;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 4: logrotate copies and truncates. */
class CopyTruncateTest {

  @TempDir Path directory;

  @Test
  void shouldLoseNothingWhileNobodyWrites() throws Exception {
    try (Journey journey = new Journey(directory)) {
      LogWriter app = journey.writer("app.log");
      Logrotate logrotate = logrotate(journey);
      app.lines(2_000);
      journey.check(app);

      logrotate.rotate();
      app.lines(5_000); // past the old offset, while the shipper runs
      journey.check(app);
      journey.pipeline().shipper().kill();
      app.lines(1_000);
      logrotate.rotate();
      app.lines(20_000); // and while it is down
      journey.pipeline().restartShipper();

      journey.check(app);
    }
  }

  private Logrotate logrotate(Journey journey) throws Exception {
    return new Logrotate(directory, journey.pipeline().logs(), "rotate 9;copytruncate");
  }
}
