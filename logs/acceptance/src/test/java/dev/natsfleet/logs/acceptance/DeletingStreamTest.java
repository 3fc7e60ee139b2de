package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody gives the stream a limit by which it deletes what nobody has read. */
@Tag("server")
class DeletingStreamTest {

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
  void shouldHoldTheShipperBackUntilItIsMended() throws Exception {
    limit(10);
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(105);
    Await.until(
        ReceiverProcess.PATIENCE,
        () -> pipeline.said().contains("LOGS_0: max_msgs=10"),
        pipeline::said);

    limit(-1);

    pipeline.check(app);
  }

  private void limit(long messages) throws Exception {
    StreamConfiguration changed =
        StreamConfiguration.builder(Broker.stream()).maxMessages(messages).build();
    pipeline.broker().ask(connection -> connection.jetStreamManagement().updateStream(changed));
  }
}
