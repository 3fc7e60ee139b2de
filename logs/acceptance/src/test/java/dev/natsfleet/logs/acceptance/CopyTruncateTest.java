package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 4: logrotate copies and truncates. */
@Tag("server")
class CopyTruncateTest {

  private static final int TRUNCATIONS = 4;

  @TempDir Path directory;

  @Test
  void shouldLoseNothingWhileNobodyWrites() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      Logrotate logrotate = logrotate(pipelineRun);
      app.lines(2_000);
      pipelineRun.check(app);

      logrotate.rotate();
      app.lines(5_000); // past the old offset, while the shipper runs
      pipelineRun.receiving().checkAround(1, PipelineRun.HOST, app);
      pipelineRun.pipeline().shipper().kill();
      app.lines(1_000);
      logrotate.rotate();
      app.lines(20_000); // and while it is down
      pipelineRun.pipeline().restartShipper();

      pipelineRun.receiving().checkAround(2, PipelineRun.HOST, app);
    }
  }

  /** What is written between logrotate's copy and its truncation is in no file any more. */
  @Test
  void shouldCountAGapWhereverLinesMayBeMissing() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory)) {
      LogWriter app = pipelineRun.writer("app.log");
      Logrotate logrotate = logrotate(pipelineRun);
      app.lines(1_000);
      pipelineRun.check(app);

      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() -> write(app, enough), Thread::startVirtualThread);
      for (int i = 0; i < TRUNCATIONS; i++) {
        awaitWriting(app);
        logrotate.rotate();
      }
      enough.set(true);
      writing.join();
      app.lines(1); // a gap is told with the first line after it
      List<String> lines = awaitLines(pipelineRun, app.lastLine());

      // Then nothing came twice or in another order, nothing is missing that a file still has, and
      // each truncation is a counted gap
      Set<String> written = new HashSet<>(text(app.written()).lines().toList());
      assertThat(lines.stream().filter(CopyTruncateTest::isMarker)).hasSize(TRUNCATIONS);
      assertThat(lines.stream().filter(line -> !isMarker(line) && !written.contains(line)).count())
          .as("lines that were cut where they went missing")
          .isLessThanOrEqualTo(TRUNCATIONS);
      assertThat(lines.stream().filter(written::contains).map(CopyTruncateTest::counter))
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(received(pipelineRun)).contains(kept(app));
      assertThat(pipelineRun.receiving().log().split("bytes of a log are lost", -1))
          .hasSize(1 + TRUNCATIONS);
    }
  }

  private static boolean isMarker(String line) {
    return line.startsWith(ReceiverProcess.MARKER);
  }

  /** What the log and its copies still hold. */
  private static List<String> kept(LogWriter app) throws IOException {
    List<String> kept = new ArrayList<>();
    kept.add(Files.readString(app.file(), StandardCharsets.ISO_8859_1));
    for (int i = 1; i <= TRUNCATIONS; i++) {
      Path copy = app.file().resolveSibling(app.file().getFileName() + "." + i);
      kept.add(Files.readString(copy, StandardCharsets.ISO_8859_1));
    }
    return kept;
  }

  private static List<String> awaitLines(PipelineRun pipelineRun, String last) throws Exception {
    Await.until(
        Duration.ofMinutes(1),
        () -> received(pipelineRun).contains(last),
        () -> "the last line does not come: " + pipelineRun.receiving().log());
    return received(pipelineRun).lines().toList();
  }

  private Logrotate logrotate(PipelineRun pipelineRun) throws Exception {
    return new Logrotate(directory, pipelineRun.pipeline().logs(), "rotate 9;copytruncate");
  }

  private static void awaitWriting(LogWriter app) throws Exception {
    Await.until(
        Pipeline.PATIENCE, () -> Files.size(app.file()) > 0, () -> "nobody writes " + app.file());
  }

  private static void write(LogWriter app, AtomicBoolean enough) {
    while (!enough.get()) {
      app.unchecked(200);
    }
  }

  private static String received(PipelineRun pipelineRun) throws Exception {
    return text(pipelineRun.receiving().received(PipelineRun.HOST));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Long counter(String line) {
    return Long.valueOf(line.split(" ", -1)[1]);
  }
}
