package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read, published, stored and written, as both programs say it. */
@Tag("server")
class AuditTest {

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, ProgramGauges.LISTEN);
    app = pipeline.writer("app.log", 1);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldShowTheLagOfAReceiverThatCannotWriteAndMeetWhenItCan() throws Exception {
    // Given a receiver that finds a file where a host's directory should be
    Path output = Files.createDirectories(directory.resolve("one/out"));
    Path inTheWay = Files.createFile(output.resolve(ShipperProcess.HOST));
    ReceiverProcess receiverProcess = pipeline.receiving("one", ProgramGauges.LISTEN);
    app.lines(2_000);

    // Then
    MetricReadings receiver = MetricReadings.of(receiverProcess);
    receiver.await("lag_bytes", app.written().length);
    receiver.await("stalled", 1);
    receiver.await("pending_messages", -1); // not known
    receiver.await("lag_seconds", -1);

    // When
    Files.delete(inTheWay);

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    meet(receiverProcess);
    assertThat(receiver.of("host_written_lines_total")).isEqualTo(2_000);
    assertThat(receiver.of("host_lost_bytes_total")).isZero();
    MetricReadings shipper = MetricReadings.of(pipeline);
    assertThat(shipper.of("all_read_lines_total")).isEqualTo(2_000);
    assertThat(shipper.of("all_published_lines_total")).isEqualTo(2_000);
  }

  @Test
  void shouldMeetAgainAfterBothHaveStartedAnew() throws Exception {
    // Given
    ReceiverProcess receiverProcess = pipeline.receiving("one", ProgramGauges.LISTEN);
    app.lines(500);
    receiverProcess.check(ShipperProcess.HOST, app);

    // When
    receiverProcess.process().kill();
    pipeline.shipper().kill();
    app.lines(300);
    pipeline.restartShipper();
    MetricReadings.of(pipeline).await("all_published_lines_total", 300);
    receiverProcess.restart();

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    meet(receiverProcess);
  }

  @Test
  void shouldCountARotationAtBothEnds() throws Exception {
    // Given
    ReceiverProcess receiverProcess = pipeline.receiving("one", ProgramGauges.LISTEN);
    app.lines(100);
    receiverProcess.check(ShipperProcess.HOST, app);

    // When
    Files.move(app.file(), app.file().resolveSibling("app.log.1"));
    app.lines(100);

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    meet(receiverProcess);
    assertThat(MetricReadings.of(pipeline).of("rotations_total")).isOne();
    assertThat(MetricReadings.of(receiverProcess).of("file_rotations_total")).isOne();
  }

  private void meet(ReceiverProcess receiverProcess) throws Exception {
    double all = app.written().length;
    MetricReadings receiver = MetricReadings.of(receiverProcess);
    receiver.await("host_audit_read_bytes", all);
    receiver.await("host_audit_published_bytes", all);
    receiver.await("host_audit_written_bytes", all);
    receiver.await("host_audit_stored_bytes", all);
    receiver.await("file_missing_bytes", 0);
    receiver.await("lag_bytes", 0);
  }
}
