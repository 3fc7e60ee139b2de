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
      Await.until(
          ReceiverProcess.PATIENCE,
          () -> MetricReadings.of(receiverProcess).of("stalls_total") > 3,
          () -> "it does not count: " + receiverProcess.log());

      // Then
      assertThat(receiverProcess.log().split("a newer token", -1)).hasSize(2);
      assertThat(receiverProcess.log().split("a partition is ours", -1)).hasSize(2);
      Files.delete(newer);
      LogWriter app = pipelineRun.writer("app.log");
      app.lines(100);
      pipelineRun.check(app);
    }
  }
}
