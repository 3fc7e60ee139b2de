package dev.natsfleet.logs.acceptance;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that was not told of the rotation goes on in the rotated file, long after. */
@Tag("server")
class LateWriterTest {

  private static final byte[] LATE = "late.log line\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;

  @Test
  void shouldReadWhatIsAppendedToARotatedFile() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      LogWriter late = pipelineRun.writer("late.log"); // stands for the late lines
      app.lines(10);
      pipelineRun.check(app);
      try (OutputStream old = Files.newOutputStream(app.file(), StandardOpenOption.APPEND)) {
        Files.move(app.file(), app.file().resolveSibling("app.log.1"));
        app.lines(10);
        pipelineRun.check(app); // the next generation is read, so the one before is complete
        append(old, late);
        pipelineRun.check(app, late);

        // And when it is rotated further while the shipper is down
        pipelineRun.pipeline().shipper().kill();
        Files.move(app.file().resolveSibling("app.log.1"), app.file().resolveSibling("app.log.2"));
        append(old, late);
        pipelineRun.pipeline().restartShipper();
        pipelineRun.check(app, late);
      }
    }
  }

  private static void append(OutputStream old, LogWriter late) throws Exception {
    old.write(LATE);
    late.remember(LATE);
  }
}
