package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is newer than any lease: a server whose clock is behind made the bucket anew. */
@Tag("server")
class NewerTokenTest {

  private static final int TRIED_AGAIN = 3; // seconds: several times

  @TempDir Path directory;

  @Test
  void shouldStallAndSayItOnce() throws Exception {
    // Given
    Path partition = directory.resolve("receiver/state/main/partition-0");
    Path newer =
        Files.createDirectories(partition).resolve("journal-0%d".formatted(Long.MAX_VALUE));
    Files.createFile(newer);
    try (PipelineRun pipelineRun =
        new PipelineRun(directory, "SHIPPER_OWNERSHIP=elastic", ProgramGauges.LISTEN)) {
      ReceiverProcess receiverProcess = pipelineRun.receiving();
      receiverProcess.awaitSaying("has been taken with a newer token");

      // When
      MetricReadings readings = MetricReadings.of(receiverProcess);
      Await.until(
          ReceiverProcess.PATIENCE,
          () -> readings.of("owned_seconds") > TRIED_AGAIN,
          () -> "its lease does not stay: " + receiverProcess.log());

      // Then
      assertThat(receiverProcess.health()).isEqualTo(503);
      assertThat(readings.of("stalls_total")).isEqualTo(1);
      assertThat(receiverProcess.log()).containsOnlyOnce("a newer token");
      assertThat(receiverProcess.log()).containsOnlyOnce("a partition is ours");
      Files.delete(newer);
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(100);
      pipelineRun.check(app);
      receiverProcess.awaitHealth(200);
      assertThat(readings.of("stalls_total")).isEqualTo(1);
    }
  }
}
