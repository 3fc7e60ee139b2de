package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** What is written between logrotate's copy and its truncation is in no file any more. */
  @Test
  void shouldCountAGapWhereverLinesMayBeMissing() throws Exception {
    try (Journey journey = new Journey(directory)) {
      LogWriter app = journey.writer("app.log");
      Logrotate logrotate = logrotate(journey);
      app.lines(1_000);
      journey.check(app);

      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(app, enough));
      for (int i = 0; i < 3; i++) {
        awaitWriting(app);
        logrotate.rotate();
      }
      enough.set(true);
      writing.join();
      app.lines(1); // a gap is told with the first line after it
      String last = app.lastLine();
      Await.until(
          Duration.ofMinutes(1),
          () -> received(journey).contains(last),
          () -> "the last line does not come: " + journey.receiving().log());

      // Then nothing came twice or in another order, and each truncation is a counted gap
      List<String> lines = received(journey).lines().toList();
      Set<String> written = new HashSet<>(text(app.written()).lines().toList());
      assertThat(lines.stream().filter(line -> !written.contains(line)).count())
          .as("lines that were cut where they went missing")
          .isLessThanOrEqualTo(3);
      assertThat(lines.stream().filter(written::contains).map(CopyTruncateTest::counter))
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(journey.receiving().log().split("bytes of a log are lost", -1)).hasSize(1 + 3);
    }
  }

  private Logrotate logrotate(Journey journey) throws Exception {
    return new Logrotate(directory, journey.pipeline().logs(), "rotate 9;copytruncate");
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

  private static String received(Journey journey) throws Exception {
    return text(journey.receiving().received(Journey.HOST));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Long counter(String line) {
    return Long.valueOf(line.split(" ", -1)[1]);
  }
}
