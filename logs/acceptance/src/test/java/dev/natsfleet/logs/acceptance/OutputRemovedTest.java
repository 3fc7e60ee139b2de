package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin removes a host's directory under the receiver. */
@Tag("server")
class OutputRemovedTest {

  @TempDir Path directory;
  private Pipeline pipeline;
  private ReceiverProcess receiverProcess;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    receiverProcess = pipeline.receiving("one");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldCostNoMoreThanWasThere() throws Exception {
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(100);
    receiverProcess.check(ShipperProcess.HOST, app);
    CommittedOutput committed = new CommittedOutput(directory.resolve("one"));
    Await.until(ReceiverProcess.PATIENCE, () -> !committed.isTorn(), () -> "it does not commit");
    int before = app.written().length;

    removeOutput();
    app.lines(100);

    String expected = new String(app.written(), StandardCharsets.ISO_8859_1).substring(before);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> receiverProcess.received(ShipperProcess.HOST).length >= expected.length(),
        receiverProcess::log);
    assertThat(receiverProcess.received(ShipperProcess.HOST)).asString().isEqualTo(expected);
    receiverProcess.awaitSaying("was removed or replaced while it was written");
  }

  private void removeOutput() throws IOException, InterruptedException {
    ProgramRun.run("rm", "-r", receiverProcess.output(ShipperProcess.HOST).toString());
  }
}
