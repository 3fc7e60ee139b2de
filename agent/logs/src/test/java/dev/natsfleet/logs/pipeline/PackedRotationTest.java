package dev.natsfleet.logs.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 3: logrotate renames and packs three generations while the shipper is down. */
class PackedRotationTest {

  private static final String ZSTD =
      ";compress;compresscmd /usr/bin/zstd;compressoptions --rm -q;compressext .zst";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rotate 9;create;delaycompress;compress",
        "rotate 9;nocreate;dateext;dateformat -%Y%m%d-%s" + ZSTD,
      })
  void shouldReadGenerationsThatWerePackedDuringAnOutage(String options) throws Exception {
    try (Journey journey = new Journey(directory)) {
      // Given a shipper that dies within a file
      LogWriter app = journey.writer("app.log");
      app.lines(3_000);
      journey.check(app);
      journey.pipeline().shipper().kill();

      // When it is rotated three times, and written between
      Logrotate logrotate = new Logrotate(directory, journey.pipeline().logs(), options);
      for (int i = 0; i < 3; i++) {
        app.lines(20_000);
        logrotate.rotate();
        Shell.run("sleep", "1.1"); // names have seconds
      }
      app.lines(1_000);
      journey.pipeline().restartShipper();

      // Then
      journey.check(app);
    }
  }

  @Test
  void shouldNotReadATwinBesideItsFile() throws Exception {
    try (Journey journey = new Journey(directory)) {
      LogWriter app = journey.writer("app.log");
      app.lines(10);
      journey.check(app);
      journey.pipeline().shipper().kill();

      pack(app, "gzip", "app.log-20261121");
      pack(app, "zstd", "app.log-20261122");
      app.lines(10);
      journey.pipeline().restartShipper();

      app.lines(10);
      journey.check(app);
    }
  }

  private static void pack(LogWriter app, String program, String name) throws Exception {
    app.lines(5_000);
    Path rotated = app.file().resolveSibling(name);
    Files.move(app.file(), rotated);
    Shell.run(program, "-k", rotated.toString());
  }
}
