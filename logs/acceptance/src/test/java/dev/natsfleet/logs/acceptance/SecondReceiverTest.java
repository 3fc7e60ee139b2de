package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two receivers with the same environment, each with a directory of its own. */
@Tag("server")
class SecondReceiverTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldRefuseASecondReceiverOfACopyEvenWhileTheFirstIsDown() throws Exception {
    // Given a receiver that goes away
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);
    ReceiverProcess first = pipeline.receiving("one");
    first.check(ShipperProcess.HOST, app);
    first.process().kill();

    // When another one comes, without a copy of its own and with one
    app.lines(100);
    ReceiverProcess second = pipeline.receiving("two");
    second.awaitSaying("copy main of partition 0 belongs to the receiver with the state one:");
    pipeline.receiving("three", "SHIPPER_COPY=second").check(ShipperProcess.HOST, app);

    // Then nothing is missing in the first
    assertThat(second.received(ShipperProcess.HOST)).isEmpty();
    first.restart();
    first.check(ShipperProcess.HOST, app);
  }
}
