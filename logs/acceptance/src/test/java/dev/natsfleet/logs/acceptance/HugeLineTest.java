package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenario 11: lines larger than the heaps of 32 and 40 MiB, and one that does not end. */
@Tag("server")
class HugeLineTest {

  private static final int MIB = 1 << 20;
  private static final int ENDLESS = ScenarioStrength.of("endless", 48, 300);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"SHIPPER_MODE=line, 100", "SHIPPER_MODE=bundle, 50"})
  void shouldPutALineTogetherThatIsLargerThanTheHeap(String mode, int size) throws Exception {
    try (PipelineRun pipelineRun = new PipelineRun(directory, mode)) {
      LogWriter app = pipelineRun.writer("app.log");
      LogWriter other = pipelineRun.writer("other.log");
      app.bytes(line("app.log ", 10));
      app.bytes(line("app.log ", size));
      other.lines(1_000);
      pipelineRun.check(app, other);

      // When a line does not end, and is larger than the heap, too
      for (int i = 0; i < ENDLESS; i += 4) {
        app.bytes(part(i == 0 ? "app.log " : "", 4 * MIB));
        other.lines(100);
        awaitLine(pipelineRun, other.lastLine());
      }
      app.bytes(new byte[] {'\n'});

      // Then its end completes it, and the neighbour has not waited for that
      pipelineRun.check(app, other);
      ProgramGauges.assertFlat(pipelineRun.pipeline().shipper(), pipelineRun.receiving().process());
      ScenarioStrength.held("11, %s: a line of %d MiB and an endless one".formatted(mode, size));
    }
  }

  private static void awaitLine(PipelineRun pipelineRun, String line) throws Exception {
    Await.until(
        Duration.ofSeconds(10),
        () -> pipelineRun.receiving().contains(PipelineRun.HOST, line),
        () -> "the neighbour's line waits: " + line);
  }

  private static byte[] line(String start, int size) {
    byte[] line = part(start, size * MIB);
    line[line.length - 1] = '\n';
    return line;
  }

  private static byte[] part(String start, int size) {
    byte[] part = new byte[size];
    Arrays.fill(part, (byte) 'x');
    for (int i = 0; i < start.length(); i++) {
      part[i] = (byte) start.charAt(i);
    }
    return part;
  }
}
