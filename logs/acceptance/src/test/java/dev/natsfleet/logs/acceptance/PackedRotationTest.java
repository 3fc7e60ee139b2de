package dev.natsfleet.logs.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 3: logrotate renames and packs three generations while the shipper is down. */
@Tag("server")
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
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      // Given a shipper that dies within a file
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(3_000);
      pipelineRun.check(app);
      pipelineRun.pipeline().shipper().kill();

      // When it is rotated three times, and written between
      Logrotate logrotate = new Logrotate(directory, pipelineRun.pipeline().logs(), options);
      for (int i = 0; i < 3; i++) {
        app.lines(20_000);
        logrotate.rotate();
        SystemCommand.run("sleep", "1.1"); // names have seconds
      }
      app.lines(1_000);
      pipelineRun.pipeline().restartShipper();

      // Then
      pipelineRun.check(app);
    }
  }

  @Test
  void shouldNotReadATwinBesideItsFile() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(10);
      pipelineRun.check(app);
      pipelineRun.pipeline().shipper().kill();

      pack(app, "gzip", "app.log-20261121");
      pack(app, "zstd", "app.log-20261122");
      app.lines(10);
      pipelineRun.pipeline().restartShipper();

      app.lines(10);
      pipelineRun.check(app);
    }
  }

  private static void pack(LogWriter app, String program, String name) throws Exception {
    app.lines(5_000);
    Path rotated = app.file().resolveSibling(name);
    Files.move(app.file(), rotated);
    SystemCommand.run(program, "-k", rotated.toString());
  }
}
