package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes without a word takes what is in flight with it. */
@Tag("server")
class ResendTest {

  private static final int LINES = 1_000;

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, ProgramGauges.LISTEN, "SHIPPER_ACK_WAIT=60s");
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldCountWhatWasInFlightAsSentAgain() throws Exception {
    // Given
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    receiverProcess.check(ShipperProcess.HOST, app);
    double stored = app.written().length;

    // When
    pipeline.broker().pause();
    app.lines(LINES);
    MetricReadings shipper = MetricReadings.of(pipeline);
    shipper.await("window_messages", LINES);
    assertThat(shipper.of("window_bytes")).isEqualTo(app.written().length - stored);
    pipeline.broker().kill();
    pipeline.broker().start();

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
    shipper.await("all_published_lines_total", LINES + 10);
    assertThat(shipper.of("resent_messages_total")).isEqualTo(LINES);
    assertThat(shipper.of("all_resent_lines_total")).isEqualTo(LINES);
    assertThat(shipper.of("all_resent_bytes_total")).isEqualTo(app.written().length - stored);
    assertThat(shipper.of("all_read_bytes_total")).isEqualTo((double) app.written().length);
    assertThat(shipper.of("unconfirmed_sessions_total")).isPositive();
  }
}
