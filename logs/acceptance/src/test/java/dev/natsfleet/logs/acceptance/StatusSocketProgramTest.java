package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody looks at a first run: no variable says where. */
@Tag("server")
class StatusSocketProgramTest {

  @TempDir Path directory;
  private Pipeline pipeline;
  private ReceiverProcess receiverProcess;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
    receiverProcess = pipeline.receiving("one");
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(7);
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShowWhatBothProgramsDo() throws Exception {
    assertThat(pipeline.said()).contains("natsfleet-shipper status", socket(directory).toString());
    assertThat(status("natsfleet-shipper", directory, 0)).contains("connected", "app.log");
    assertThat(status("natsfleet-receiver", directory.resolve("one"), 0))
        .contains("partition 0 (LOGS_0): ours by list", ShipperProcess.HOST);
  }

  @Test
  void shouldShowAProgramThatWasKilledAndStartedAgain() throws Exception {
    // Given a socket that nobody serves
    Path socket = socket(directory);
    pipeline.shipper().kill();
    assertThat(socket).exists();
    assertThat(status("natsfleet-shipper", directory, 1)).contains("nothing answers at " + socket);

    // When
    pipeline.restartShipper();
    Await.until(Pipeline.PATIENCE, () -> said(2), () -> "no new socket: " + pipeline.said());

    // Then
    assertThat(status("natsfleet-shipper", directory, 0)).contains("app.log");
    pipeline.shipper().terminate();
    assertThat(socket).doesNotExist();
    assertThat(status("natsfleet-shipper", directory, 1)).contains("no running natsfleet-shipper");
  }

  @Test
  void shouldBeForItsUserOnly() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket(directory))))
        .isEqualTo("rw-------");
  }

  private boolean said(int times) {
    return pipeline.said().split("through the socket", -1).length > times;
  }

  private static Path socket(Path home) {
    return home.resolve("state/shipper.sock");
  }

  private String status(String launcher, Path home, int code)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "status", ".out");
    ProgramProcess status =
        new ProgramProcess(
            launcher, Map.of("SHIPPER_STATE", home.resolve("state").toString()), output, "status");
    assertThat(status.process().awaitEnd()).as(status.said()).isEqualTo(code);
    return status.said();
  }
}
