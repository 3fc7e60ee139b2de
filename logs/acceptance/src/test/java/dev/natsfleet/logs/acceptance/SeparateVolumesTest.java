package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that share a partition by leases, each with a volume of its own. */
@Tag("server")
class SeparateVolumesTest {

  private static final int LINES = 5_000;
  private static final String ELASTIC = "SHIPPER_OWNERSHIP=elastic";

  @TempDir Path directory;

  @Test
  void shouldWriteEachLineToOneOfThem() throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory, ELASTIC)) {
      // When the partition goes from one to two and back
      LogWriter app = pipelineRun.writer("app.log");
      ReceiverProcess one = pipelineRun.receiving();
      take(one, app);
      ReceiverProcess two = pipelineRun.pipeline().receiving("two", ELASTIC);
      take(two, app);
      one.restart();
      take(one, app);

      // Then
      assertThat(runs(one)).containsExactly("0 to 4999", "10000 to 14999");
      assertThat(runs(two)).containsExactly("5000 to 9999");
      assertThat(one.log()).contains("the copy is further on than what is here");
    }
  }

  private static void take(ReceiverProcess receiverProcess, LogWriter app) throws Exception {
    app.lines(LINES);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> receiverProcess.contains(PipelineRun.HOST, app.lastLine()),
        receiverProcess::log);
    receiverProcess.process().terminate();
  }

  /** Numbers of the lines that a receiver has, those that follow each other together. */
  private static List<String> runs(ReceiverProcess receiverProcess) throws Exception {
    byte[] all = receiverProcess.received(PipelineRun.HOST);
    List<String> runs = new ArrayList<>();
    int first = 0;
    int next = -1;
    for (String line : new String(all, StandardCharsets.ISO_8859_1).lines().toList()) {
      int number = Integer.parseInt(line.split(" ", 3)[1]);
      if (number != next) {
        runs.add(first + " to " + (next - 1));
        first = number;
      }
      next = number + 1;
    }
    runs.add(first + " to " + (next - 1));
    return runs.subList(1, runs.size());
  }
}
