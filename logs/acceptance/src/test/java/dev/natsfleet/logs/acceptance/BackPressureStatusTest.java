package dev.natsfleet.logs.acceptance;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shipper whose stream has little room left says that it waits. */
@Tag("server")
class BackPressureStatusTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory, ProgramGauges.LISTEN, "SHIPPER_WINDOW_MESSAGES=64");
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(small()));
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldSayThatItWaitsUntilAReceiverMakesRoom() throws Exception {
    // Given
    LogWriter app = pipeline.writer("app.log", 1);
    MetricReadings shipper = MetricReadings.of(pipeline);
    shipper.await("held_back", 0);

    // When
    app.lines(8_000);

    // Then
    shipper.await("held_back", 1);
    pipeline.receiving("one").check(ShipperProcess.HOST, app);
    shipper.await("held_back", 0);
  }

  private static StreamConfiguration small() {
    return StreamConfiguration.builder(Broker.stream())
        .maxBytes(1 << 20)
        .discardPolicy(DiscardPolicy.New)
        .build();
  }
}
