package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing takes the lines for a while: scenario 14, in bundles. */
@Tag("server")
class BackPressureTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline =
        new Pipeline(
            directory, "SHIPPER_MODE=bundle", "SHIPPER_SPOOL=" + directory.resolve("spool"));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldKeepFilesThatAreDeletedBeforeTheyAreRead() throws Exception {
    // Given a broker that is away
    Path spool = directory.resolve("spool");
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    pipeline.check(app);
    pipeline.broker().kill();

    // When a file is rotated and deleted, and the shipper dies, too
    app.lines(5_000);
    Path rotated = pipeline.logs().resolve("app.log.1");
    Files.move(app.file(), rotated);
    app.lines(1_000);
    Await.until(Pipeline.PATIENCE, () -> links(spool) == 1, () -> "no link in " + spool);
    pipeline.shipper().kill();
    Files.delete(rotated);
    pipeline.restartShipper();
    pipeline.broker().start();

    // Then nothing is lost, and the spool lets go
    assertThat(pipeline.check(app).lost()).isZero();
    Await.until(Pipeline.PATIENCE, () -> links(spool) == 0, () -> "links are left in " + spool);
  }

  @Test
  void shouldSendBundlesOfWholeLines() throws Exception {
    LogWriter app = pipeline.writer("app.log", 1);

    app.lines(20_000);
    app.bytes(new byte[300_000]);
    app.lines(1);

    assertThat(pipeline.check(app).duplicates()).isZero();
  }

  private static long links(Path spool) throws Exception {
    try (Stream<Path> links = Files.list(spool)) {
      return links.filter(link -> link.getFileName().toString().startsWith("natsfleet-")).count();
    }
  }
}
