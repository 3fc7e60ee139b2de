package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read, published, stored and written, as both programs say it. */
class AccountTest {

  @TempDir Path directory;
  private Pipeline pipeline;
  private LogWriter app;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, Gauges.LISTEN);
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
    Path inTheWay = Files.createFile(output.resolve(Shipping.HOST));
    Receiving receiving = pipeline.receiving("one", Gauges.LISTEN);
    app.lines(2_000);

    // Then
    Figures receiver = Figures.of(receiving);
    receiver.await("lag_bytes", app.written().length);
    receiver.await("stalled", 1);
    receiver.await("pending_messages", -1); // not known
    receiver.await("lag_seconds", -1);

    // When
    Files.delete(inTheWay);

    // Then
    receiving.check(Shipping.HOST, app);
    meet(receiving);
    assertThat(receiver.of("host_written_lines_total")).isEqualTo(2_000);
    assertThat(receiver.of("host_lost_bytes_total")).isZero();
    Figures shipper = Figures.of(pipeline);
    assertThat(shipper.of("all_read_lines_total")).isEqualTo(2_000);
    assertThat(shipper.of("all_published_lines_total")).isEqualTo(2_000);
  }

  @Test
  void shouldMeetAgainAfterBothHaveStartedAnew() throws Exception {
    // Given
    Receiving receiving = pipeline.receiving("one", Gauges.LISTEN);
    app.lines(500);
    receiving.check(Shipping.HOST, app);

    // When
    receiving.process().kill();
    pipeline.shipper().kill();
    app.lines(300);
    pipeline.restartShipper();
    Figures.of(pipeline).await("all_published_lines_total", 300);
    receiving.restart();

    // Then
    receiving.check(Shipping.HOST, app);
    meet(receiving);
  }

  @Test
  void shouldCountARotationAtBothEnds() throws Exception {
    // Given
    Receiving receiving = pipeline.receiving("one", Gauges.LISTEN);
    app.lines(100);
    receiving.check(Shipping.HOST, app);

    // When
    Files.move(app.file(), app.file().resolveSibling("app.log.1"));
    app.lines(100);

    // Then
    receiving.check(Shipping.HOST, app);
    meet(receiving);
    assertThat(Figures.of(pipeline).of("rotations_total")).isOne();
    assertThat(Figures.of(receiving).of("file_rotations_total")).isOne();
  }

  private void meet(Receiving receiving) throws Exception {
    double all = app.written().length;
    Figures receiver = Figures.of(receiving);
    receiver.await("host_account_read_bytes", all);
    receiver.await("host_account_published_bytes", all);
    receiver.await("host_account_written_bytes", all);
    receiver.await("host_account_stored_bytes", all);
    receiver.await("file_missing_bytes", 0);
    receiver.await("lag_bytes", 0);
  }
}
