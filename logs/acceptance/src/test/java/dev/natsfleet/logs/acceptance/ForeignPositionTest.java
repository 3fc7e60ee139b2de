package dev.natsfleet.logs.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natsfleet.local.servers.Await;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody writes a value of another form under a key of positions. */
@Tag("server")
class ForeignPositionTest {

  private static final String BUCKET = "LOGS_receivers";

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
  void shouldGoOnAndPurgeTheOtherPartitions() throws Exception {
    // Given a receiver of two partitions, and a position of partition 0 that is none
    String[] shared = {"SHIPPER_PARTITIONS=2", "HOSTNAME=web0"}; // in partition 1
    ShipperProcess shipper =
        new ShipperProcess(pipeline.broker().url(), directory.resolve("web0"), shared);
    pipeline.alsoClose(shipper::close);
    ReceiverProcess receiver =
        pipeline.receiving("one", "SHIPPER_PARTITIONS=2", "SHIPPER_READ_PARTITIONS=0,1");
    LogWriter app = shipper.writer("app.log", 1);
    app.lines(10);
    receiver.check("web0", app);
    pipeline.broker().ask(nats -> nats.keyValue(BUCKET).put("position.0.other", "over there"));

    // When
    app.lines(1_000);

    // Then
    receiver.awaitSaying("key position.0.other of bucket LOGS_receivers holds");
    receiver.check("web0", app);
    Await.until(ReceiverProcess.PATIENCE, this::isPurged, () -> "no purge: " + receiver.log());
    assertThat(receiver.process().isAlive()).isTrue();
  }

  private boolean isPurged() throws Exception {
    return pipeline
            .broker()
            .ask(nats -> nats.jetStreamManagement().getStreamInfo("LOGS_1").getStreamState())
            .getMsgCount()
        <= 1;
  }
}
